CREATE TABLE `round_variant` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`name` text NOT NULL,
	`shape` text NOT NULL,
	`figures` text NOT NULL,
	`pairs` text NOT NULL,
	`created_by` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `round`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`created_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `round_variant_name` ON `round_variant` (`round_id`,`name`);--> statement-breakpoint
ALTER TABLE `round` ADD `away` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `round` ADD `former` text;