-- Who was paired with whom, and who guided for them, from when to when: an end is written once, nothing else changes.
create or replace function pairings_are_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it was (%)', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
do $$
declare name text;
begin
    foreach name in array array['pairings', 'legal_guides'] loop
        execute format('create or replace trigger %1$s_are_kept before delete on %1$s for each row execute function pairings_are_kept()', name);
        execute format('create or replace trigger %1$s_end_once before update on %1$s for each row when (old.ended_at is not null '
            || 'or (to_jsonb(new) - ''ended_at'' - ''ended_by'') is distinct from (to_jsonb(old) - ''ended_at'' - ''ended_by'')) execute function pairings_are_kept()', name);
    end loop;
end $$;

-- A question to a legal guide stays as it was asked, and so does every step of its thread; what moves is who has it and whether it is open.
create or replace trigger guidance_questions_are_kept before delete on guidance_questions
    for each row execute function settlements_are_kept();
create or replace trigger guidance_questions_do_not_change before update on guidance_questions
    for each row when (old.state = 'Closed' or (to_jsonb(new) - 'state' - 'owner_id' - 'closed_at') is distinct from (to_jsonb(old) - 'state' - 'owner_id' - 'closed_at')) execute function settlements_are_kept();
create or replace trigger guidance_steps_are_kept before update or delete on guidance_steps
    for each row execute function settlements_are_kept();
