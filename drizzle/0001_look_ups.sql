CREATE INDEX `meeting_pair` ON `meeting` (`pair_id`);--> statement-breakpoint
CREATE INDEX `pair_answer_by` ON `pair` (`status`,`answer_by`);