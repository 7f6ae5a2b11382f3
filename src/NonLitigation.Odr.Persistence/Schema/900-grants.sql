-- The service reads and writes rows; it owns nothing and changes no table. The role itself is made by whoever runs the
-- database (scripts/run, compose.yaml): without it this fails, and it should.
grant usage on schema public to odr_service;
grant select, insert, update, delete on all tables in schema public to odr_service;
grant usage, select on all sequences in schema public to odr_service;
revoke insert, update, delete on "__EFMigrationsHistory" from odr_service;
-- What the service may never do, it cannot do.
revoke update, delete, truncate on room_entries, log_leaves, room_checkpoints, log_checkpoints, log_timestamps from odr_service;
revoke insert, update, delete, truncate on entry_erasures from odr_service;
revoke delete, truncate on rooms, room_heads, room_members from odr_service;
revoke update on rooms from odr_service;
revoke delete, truncate on room_guests, held_messages, different_times from odr_service;
-- What happened to a case and to its invitations is only ever added to; the file itself stays.
revoke update, delete, truncate on case_moves, invitation_marks from odr_service;
revoke delete, truncate on cases, case_parties, case_claims, case_number_years from odr_service;
-- So are the versions of a draft, and what was said about them.
revoke update, delete, truncate on agreement_versions, agreement_showings from odr_service;
revoke delete, truncate on draft_comments from odr_service;
-- So is what was said, answered and sent about a performance.
revoke update, delete, truncate on followed_obligations, performance_acts, follow_up_answers, performance_reminders from odr_service;
revoke delete, truncate on performances from odr_service;
revoke update, delete, truncate on enforcement_acceptances from odr_service;
revoke delete, truncate on route_applications from odr_service;
-- A party's satisfaction is said once; a complaint stays.
revoke update, delete, truncate on party_opinions from odr_service;
revoke delete, truncate on complaints from odr_service;
-- Pairings and legal guides stay; a question to a guide stays, its thread is only ever added to.
revoke delete, truncate on pairings, legal_guides, guidance_questions from odr_service;
revoke update, delete, truncate on guidance_steps from odr_service;
-- So is what was decided about the keeping of a file, and that it was erased.
revoke delete, truncate on retention_policies, case_retentions, legal_holds, deletion_requests, seal_openings from odr_service;
revoke update, delete, truncate on case_file_copies from odr_service;
revoke insert, update, delete, truncate on case_erasures from odr_service;
-- Versions of a canned text stay; only their end is written.
revoke delete, truncate on snippets from odr_service;
-- Who might speak for an enterprise, and who did, is kept.
revoke delete, truncate on enterprises, enterprise_mandates, enterprise_butlers from odr_service;
revoke update, delete, truncate on enterprise_speakers from odr_service;
-- When a case was to be heard, and that it was called off, stays.
revoke delete, truncate on sittings from odr_service;
