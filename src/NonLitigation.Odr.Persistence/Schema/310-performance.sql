-- What was said about a performance, what a party answered afterwards and what was sent is only ever added to; what is owed stays as it was signed.
do $$
declare name text;
begin
    foreach name in array array['followed_obligations', 'performance_acts', 'follow_up_answers', 'performance_reminders'] loop
        execute format('create or replace trigger %1$s_are_kept before update or delete on %1$s for each row execute function settlements_are_kept()', name);
    end loop;
end $$;

-- Never more confirmed than owed, whatever program writes it.
create or replace function confirmed_is_at_most_owed() returns trigger language plpgsql as $$
begin
    if (select sum(a.amount_fen) > o.amount_fen from performance_acts a join followed_obligations o on o.id = a.obligation_id
        where o.id = new.obligation_id and a.kind in ('Confirmed', 'Received', 'Deposited') group by o.amount_fen)
    then
        raise exception 'more confirmed than owed on obligation %', new.obligation_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create or replace trigger confirmed_is_at_most_owed after insert on performance_acts
    for each row when (new.kind in ('Confirmed', 'Received', 'Deposited')) execute function confirmed_is_at_most_owed();
