-- The public list of mediators, those with places left first: in the order of this index, so that a page is read and not the whole list.
create index if not exists ix_mediators_published on mediators ((open_cases >= capacity), grade, open_cases, id)
    where suspended_at is null and person_id is not null;
