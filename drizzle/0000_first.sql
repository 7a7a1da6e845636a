CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text,
	`locale` text NOT NULL,
	`created_at` text NOT NULL,
	`last_signed_in_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`account_id` text,
	`action` text NOT NULL,
	`noun` text NOT NULL,
	`noun_id` text NOT NULL,
	`program_id` text,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_noun` ON `audit_entry` (`noun`,`noun_id`);--> statement-breakpoint
CREATE INDEX `audit_program` ON `audit_entry` (`program_id`,`at`);--> statement-breakpoint
CREATE TABLE `enrollment` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`person_id` text NOT NULL,
	`side` text NOT NULL,
	`status` text NOT NULL,
	`status_since` text NOT NULL,
	`capacity` integer DEFAULT 1 NOT NULL,
	`waiting_since` text NOT NULL,
	`wishes` text NOT NULL,
	`never_with` text NOT NULL,
	`note` text,
	`sheet_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollment_once` ON `enrollment` (`program_id`,`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `enrollment_sheet_id` ON `enrollment` (`program_id`,`side`,`sheet_id`) WHERE sheet_id is not null;--> statement-breakpoint
CREATE INDEX `enrollment_person` ON `enrollment` (`person_id`);--> statement-breakpoint
CREATE INDEX `enrollment_status` ON `enrollment` (`program_id`,`status`);--> statement-breakpoint
CREATE TABLE `idempotency_key` (
	`asker` text NOT NULL,
	`endpoint` text NOT NULL,
	`key` text NOT NULL,
	`asked_hash` text NOT NULL,
	`reply` text,
	`created_at` text NOT NULL,
	PRIMARY KEY(`asker`, `endpoint`, `key`)
);
--> statement-breakpoint
CREATE TABLE `import_file` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`account_id` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`status` text NOT NULL,
	`cells` text NOT NULL,
	`columns` text NOT NULL,
	`report` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`applied_at` text,
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `import_program` ON `import_file` (`program_id`);--> statement-breakpoint
CREATE TABLE `letter` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`account_id` text,
	`person_id` text,
	`to_name` text,
	`to_address` text NOT NULL,
	`locale` text NOT NULL,
	`data` text NOT NULL,
	`status` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`next_try_at` text NOT NULL,
	`sent_at` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `letter_queue` ON `letter` (`status`,`next_try_at`);--> statement-breakpoint
CREATE TABLE `meeting` (
	`id` text PRIMARY KEY NOT NULL,
	`pair_id` text NOT NULL,
	`status` text NOT NULL,
	`date` text NOT NULL,
	`time` text,
	`way` text NOT NULL,
	`where` text,
	`minutes` integer,
	`topics` text NOT NULL,
	`note` text,
	`reported_by` text,
	`disputed_by` text,
	`disputed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`pair_id`) REFERENCES `pair`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reported_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`disputed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `meeting_once` ON `meeting` (`pair_id`,`date`) WHERE status <> 'cancelled';--> statement-breakpoint
CREATE TABLE `municipality` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`tint` text NOT NULL,
	`contact_name` text NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`created_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `municipality_slug` ON `municipality` (`slug`);--> statement-breakpoint
CREATE TABLE `pair` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`round_id` text,
	`newcomer_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`status` text NOT NULL,
	`score` integer,
	`reasons` text NOT NULL,
	`overrides` text NOT NULL,
	`pin_reason` text,
	`proposed_at` text NOT NULL,
	`answer_by` text NOT NULL,
	`newcomer_answer` text,
	`mentor_answer` text,
	`started_at` text,
	`starts_on` text,
	`ends_on` text,
	`closed_at` text,
	`closed_by` text,
	`close_reason` text,
	`close_note` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`newcomer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pair_one_live` ON `pair` (`program_id`,`newcomer_id`,`mentor_id`) WHERE status in ('proposed', 'active');--> statement-breakpoint
CREATE INDEX `pair_program` ON `pair` (`program_id`,`status`);--> statement-breakpoint
CREATE INDEX `pair_newcomer` ON `pair` (`newcomer_id`);--> statement-breakpoint
CREATE INDEX `pair_mentor` ON `pair` (`mentor_id`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`name` text NOT NULL,
	`name_sort` text NOT NULL,
	`name_search` text NOT NULL,
	`addressed_as` text,
	`email` text,
	`phone` text,
	`interface_language` text NOT NULL,
	`birth_year` integer,
	`gender` text,
	`municipality` text NOT NULL,
	`locality` text,
	`postal_code` text,
	`latitude` real,
	`longitude` real,
	`languages` text NOT NULL,
	`sfi` text,
	`educations` text NOT NULL,
	`occupations` text NOT NULL,
	`availability` text NOT NULL,
	`ways` text NOT NULL,
	`max_kilometres` real,
	`interests` text NOT NULL,
	`household` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_account` ON `person` (`account_id`);--> statement-breakpoint
CREATE INDEX `person_name` ON `person` (`name_sort`);--> statement-breakpoint
CREATE TABLE `program` (
	`id` text PRIMARY KEY NOT NULL,
	`municipality_code` text NOT NULL,
	`template` text,
	`definition` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipality`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `program_municipality_index` ON `program` (`municipality_code`);--> statement-breakpoint
CREATE TABLE `program_municipality` (
	`program_id` text NOT NULL,
	`municipality_code` text NOT NULL,
	PRIMARY KEY(`program_id`, `municipality_code`),
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `proposal` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`newcomer_id` text NOT NULL,
	`mentor_id` text NOT NULL,
	`score` integer NOT NULL,
	`reasons` text NOT NULL,
	`pinned` integer NOT NULL,
	`overrides` text NOT NULL,
	`pin_reason` text,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`newcomer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mentor_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `proposal_once` ON `proposal` (`round_id`,`newcomer_id`,`mentor_id`);--> statement-breakpoint
CREATE TABLE `round` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`program_version` integer NOT NULL,
	`snapshot` text NOT NULL,
	`result` text,
	`people` text NOT NULL,
	`steps` text NOT NULL,
	`change` text,
	`engine` text,
	`failure` text,
	`version` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	`solved_at` text,
	`published_at` text,
	`discarded_at` text,
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_number` ON `round` (`program_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `round_one_open` ON `round` (`program_id`) WHERE status in ('solving', 'draft');--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `session_account` ON `session` (`account_id`);--> statement-breakpoint
CREATE TABLE `sign_in_code` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`address_hash` text NOT NULL,
	`remote_hash` text NOT NULL,
	`browser_hash` text NOT NULL,
	`code_hash` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `code_address` ON `sign_in_code` (`address_hash`,`created_at`);--> statement-breakpoint
CREATE INDEX `code_remote` ON `sign_in_code` (`remote_hash`,`created_at`);--> statement-breakpoint
CREATE INDEX `code_browser` ON `sign_in_code` (`browser_hash`);--> statement-breakpoint
CREATE TABLE `staff_grant` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`program_id` text,
	`municipality_code` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`program_id`) REFERENCES `program`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`municipality_code`) REFERENCES `municipality`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `grant_coordinator` ON `staff_grant` (`account_id`,`program_id`) WHERE role = 'coordinator';--> statement-breakpoint
CREATE UNIQUE INDEX `grant_admin` ON `staff_grant` (`account_id`,`municipality_code`) WHERE role = 'admin';--> statement-breakpoint
CREATE UNIQUE INDEX `grant_operator` ON `staff_grant` (`account_id`) WHERE role = 'operator';