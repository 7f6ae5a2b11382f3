-- After the end of a case. What was decided about its keeping is only ever added to; that it was erased is written by one function only.
do $$
declare name text;
begin
    foreach name in array array['case_file_copies', 'case_erasures'] loop
        execute format('create or replace trigger %1$s_only_grows before update or delete on %1$s for each row execute function only_grows()', name);
        execute format('create or replace trigger %1$s_is_kept before truncate on %1$s for each statement execute function only_grows()', name);
    end loop;
end $$;

create or replace function retention_is_kept() returns trigger language plpgsql as $$
begin
    raise exception '% is kept as it was (%)', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create or replace trigger seals_are_not_broken before update on case_retentions
    for each row when ((old.sealed_at is not null and new.sealed_at is distinct from old.sealed_at)
        or (old.erased_at is not null and new.erased_at is distinct from old.erased_at)
        or new.ended_on is distinct from old.ended_on) execute function retention_is_kept();
create or replace trigger holds_are_released_once before update on legal_holds
    for each row when (old.released_at is not null and new.released_at is distinct from old.released_at) execute function retention_is_kept();

-- Whether the contents of the case were erased.
create or replace function is_erased(which uuid) returns boolean language sql stable as $$
    select exists (select from case_erasures where case_id = which)
$$;

-- The case that a row of the tables of 300, 305, 310 and 320 belongs to.
create or replace function case_of_kept(name text, kept jsonb) returns uuid language sql stable as $$
    select case name
        when 'outcome_documents' then (select o.case_id from outcomes o where o.id = (kept ->> 'outcome_id')::uuid)
        when 'signing_rounds' then (select a.case_id from agreements a where a.id = (kept ->> 'agreement_id')::uuid)
        when 'signatures' then (select a.case_id from signing_rounds r join agreements a on a.id = r.agreement_id where r.id = (kept ->> 'round_id')::uuid)
        when 'performance_acts' then (select p.case_id from followed_obligations o join performances p on p.id = o.performance_id where o.id = (kept ->> 'obligation_id')::uuid)
        when 'partner_filings' then (kept ->> 'case_id')::uuid
        when 'enforcement_acceptances' then (kept ->> 'case_id')::uuid
        when 'route_applications' then (kept ->> 'case_id')::uuid
        when 'party_opinions' then (kept ->> 'case_id')::uuid
        when 'complaints' then (kept ->> 'case_id')::uuid
        when 'guidance_questions' then (kept ->> 'case_id')::uuid
        when 'guidance_steps' then (select q.case_id from guidance_questions q where q.id = (kept ->> 'question_id')::uuid)
        when 'agreement_versions' then (select a.case_id from agreements a where a.id = (kept ->> 'agreement_id')::uuid)
        when 'agreement_showings' then (select a.case_id from agreements a where a.id = (kept ->> 'agreement_id')::uuid)
        when 'draft_comments' then (select a.case_id from agreements a where a.id = (kept ->> 'agreement_id')::uuid)
        else (select p.case_id from performances p where p.id = (kept ->> 'performance_id')::uuid)
    end
$$;

-- The end of a case's contents: text, names, numbers, bytes. What they were committed to, every hash, chain, checkpoint and the log of the platform stay,
-- so that every proof and every copy that somebody holds verifies as before. The function itself decides whether the time has come; the service may call
-- it and cannot make it do more. Returns the SHA-256 of the files that may go from the disk.
create or replace function erase_case(which uuid) returns setof text language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kept case_retentions%rowtype;
    file cases%rowtype;
    reason constant text := '保存期限届满';
begin
    perform 1 from cases where id = which for update;
    select * into kept from case_retentions where case_id = which for update;
    select * into file from cases where id = which;
    if kept.case_id is null or kept.erased_at is not null or file.ended_at is null or kept.ends_on is null
        or kept.ends_on < kept.ended_on + 365 or kept.ends_on >= (now() at time zone 'Asia/Shanghai')::date
        or exists (select from legal_holds h where h.case_id = which and h.released_at is null)
        or exists (select from confirmations c where c.case_id = which and c.state in ('Sending', 'Filed', 'Accepted', 'MoreAsked'))
        or exists (select from route_applications r where r.case_id = which and (r.state in ('Ready', 'Sending', 'Filed', 'Accepted', 'MoreAsked')
            or (r.act = 'NotarialDeposit' and r.state = 'Granted' and r.collected_at is null and r.granted_at > now() - interval '5 years')))
        or exists (select from performances p join followed_obligations o on o.performance_id = p.id
            where p.case_id = which and p.closed_at is null and o.due_on > (now() at time zone 'Asia/Shanghai')::date - 3 * 366)
    then
        raise exception 'the contents of case % cannot be erased now', which using errcode = 'object_not_in_prerequisite_state';
    end if;
    insert into case_erasures (case_id, erased_at) values (which, now());

    insert into entry_erasures (room_id, sequence, reason, erased_at)
        select e.room_id, e.sequence, reason, now() from room_entries e join rooms r on r.id = e.room_id where r.case_id = which
        on conflict do nothing;
    update room_entries e set body = null, salt = null, author_name = '' from rooms r where r.id = e.room_id and r.case_id = which;
    update room_members m set name = '' from rooms r where r.id = m.room_id and r.case_id = which;
    update rooms set name = '', name_en = '' where case_id = which;
    delete from deliveries d using room_guests g where g.case_id = which and d."to" = g.contact and d.created_at between g.proposed_at and file.ended_at + interval '1 year';
    delete from one_use_links l using room_guests g where l.subject_id = g.id and g.case_id = which;
    update room_guests set name = '', contact = '', reason = '' where case_id = which;

    update sittings set place = null, reason = null, proposed = '[]', answers = '[]' where case_id = which;
    delete from case_notes where case_id = which;
    delete from room_waits where case_id = which;
    delete from room_agendas a using rooms r where r.id = a.room_id and r.case_id = which;
    delete from held_messages h using rooms r where r.id = h.room_id and r.case_id = which;

    delete from proposal_answers a using proposals p where p.id = a.proposal_id and p.case_id = which;
    delete from blind_bids b using blind_rounds r where r.id = b.round_id and r.case_id = which;
    delete from blind_rounds where case_id = which;
    delete from proposals where case_id = which;

    update signatures s set name = '', signs_for = null, typed_name = null, address = null, device = null, evidence = null, certified = null, declined_reason = null
        from signing_rounds r join agreements a on a.id = r.agreement_id where r.id = s.round_id and a.case_id = which;
    update signing_rounds r set text = '', voided_reason = null from agreements a where a.id = r.agreement_id and a.case_id = which;
    update agreements set content = '{"Facts": "", "Clauses": [], "Obligations": []}' where case_id = which;
    delete from draft_comments c using agreements a where a.id = c.agreement_id and a.case_id = which;
    delete from agreement_showings v using agreements a where a.id = v.agreement_id and a.case_id = which;
    delete from agreement_versions v using agreements a where a.id = v.agreement_id and a.case_id = which;
    delete from edit_leases where case_id = which;
    delete from outcome_documents d using outcomes o where o.id = d.outcome_id and o.case_id = which;
    update outcomes set last_fault = null where case_id = which;
    delete from paper_parts where case_id = which;
    update sheets set text = '', answers = '[]' where case_id = which;

    update performance_acts a set note = '' from followed_obligations o join performances p on p.id = o.performance_id where o.id = a.obligation_id and p.case_id = which;
    update followed_obligations o set what = '', manner = '' from performances p where p.id = o.performance_id and p.case_id = which;
    update follow_up_answers a set note = '' from performances p where p.id = a.performance_id and p.case_id = which;

    delete from simulated_filings s using partner_filings f where s.key = f.id and f.case_id = which;
    update partner_filings set packet = '', receipt = null, received_at = null, last_fault = null, closed_at = coalesce(closed_at, now()) where case_id = which;
    update confirmations set seats = '[]', marks = '[]', property_proofs = '[]', court_case_number = null, receipt_number = null, look_at = null where case_id = which;

    delete from enforcement_acceptances where case_id = which;
    update route_applications set answer_number = null, receipt_number = null, objection = null, name = '', represented_by = null, id_number = '', address = '', contact = null,
        consent = '', reason = null, look_at = null, items = '[]', marks = '[]' where case_id = which;
    delete from party_opinions where case_id = which;
    update complaints set text = '', answer = case when answer is null then null else '' end, mediator_name = null where case_id = which;

    -- Who asked whom, and when, stays; not what.
    update guidance_steps t set text = '', articles = '[]', vouched = '[]' from guidance_questions q where q.id = t.question_id and q.case_id = which;
    update guidance_questions set subject = '', facts = '', question = '', vouched = '[]' where case_id = which;

    update enterprise_speakers set name = '' where case_id = which;
    delete from one_use_links l using case_parties p where l.subject_id = p.id and p.case_id = which;
    delete from deliveries d where position(file.number in d.text_zh) > 0 or position(which::text in coalesce(d.link, '')) > 0
        or (d.created_at < file.ended_at + interval '1 year' and d."to" in (select p.contact from case_parties p where p.case_id = which));

    update case_claims set text = '' where case_id = which;
    update case_moves set note = null where case_id = which;
    update case_parties set name = '', contact = '', place = null, id_number = null, representative_name = null, refusal_reason = null where case_id = which;
    update cases set title = '', what_happened = '', closing_note = null, disclosure = null, request_hash = repeat('0', 64), extensions = '[]', suspensions = '[]' where id = which;
    update legal_holds set reason = '', requester = '', release_reason = null, placed_by_name = '' where case_id = which;
    update deletion_requests set reason = '', answer_reason = case when answer_reason is null then null else '' end where case_id = which;
    update seal_openings set reader_name = '', reason = '', opened_by_name = '', ended_at = coalesce(ended_at, now()) where case_id = which;
    update case_retentions set erased_at = now(), sealed_at = coalesce(sealed_at, now()), sealed_reason = null where case_id = which;

    -- The rows of exhibits keep the hash, so that a copy that somebody holds can be told to be the one that was shown.
    update exhibits e set name = '', uploaded_by_name = '' where e.case_id = which or e.room_id in (select r.id from rooms r where r.case_id = which);
    return query select distinct e.sha256::text from exhibits e where e.case_id = which or e.room_id in (select r.id from rooms r where r.case_id = which);
end $$;

revoke all on function erase_case(uuid) from public;
grant execute on function erase_case(uuid) to odr_service;
