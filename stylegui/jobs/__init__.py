"""The bridge between the window and the engines: mailboxes, the job queue, its worker thread and short tasks."""
