-- Every saved version of a draft, and which of them the parties were shown, is only ever added to.
do $$
declare name text;
begin
    foreach name in array array['agreement_versions', 'agreement_showings'] loop
        execute format('create or replace trigger %1$s_are_kept before update or delete on %1$s for each row execute function settlements_are_kept()', name);
        execute format('create or replace trigger %1$s_stay before truncate on %1$s for each statement execute function settlements_are_kept()', name);
    end loop;
end $$;

-- What was said about a draft stays as it was; that it is settled is said once.
create or replace trigger draft_comments_are_kept before delete on draft_comments
    for each row execute function settlements_are_kept();
create or replace trigger draft_comments_do_not_change before update on draft_comments
    for each row when (old.resolved_at is not null or (to_jsonb(new) - 'resolved_at' - 'resolved_by') is distinct from (to_jsonb(old) - 'resolved_at' - 'resolved_by')) execute function settlements_are_kept();
