using NonLitigation.Odr.Contracts.Shared;
using Npgsql;

namespace NonLitigation.Odr.Server.Shared;

/// <summary>A connection to PostgreSQL that does not promise what this service promises. It says nothing about the act: the same request may be sent again.</summary>
public sealed class UnsafeRecordException(IReadOnlyList<RefusalView> refusals)
    : NpgsqlException(string.Join(", ", refusals.Select(refusal => $"{refusal.Code}: {refusal.En}")))
{
    public IReadOnlyList<RefusalView> Refusals { get; } = refusals;

    public override bool IsTransient => true;

    /// <summary>The one that lies beneath a failure; EF Core wraps what it takes for passing.</summary>
    public static UnsafeRecordException? In(Exception? failure) => failure switch { null => null, UnsafeRecordException broken => broken, _ => In(failure.InnerException) };
}

/// <summary>
/// Whether what is confirmed through a connection is kept, and whether what stands in the transcript is out of reach. Asked at each new
/// physical connection, so that neither a changed setting nor a failover to a replica goes unnoticed. Failure-mode row R4.
/// </summary>
public static class RecordPromises
{
    // Privileges of every role that the session's role could become count as its own.
    private const string Question = """
        with taken as (select oid, rolsuper or rolcreaterole as mighty from pg_roles where pg_has_role(current_user, oid, 'member')),
             entries as (select c.oid, c.relowner, n.nspowner from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass('room_entries'))
        select current_setting('fsync')::bool, current_setting('full_page_writes')::bool, current_setting('synchronous_commit') in ('on', 'remote_apply'),
            pg_is_in_recovery() or current_setting('transaction_read_only')::bool,
            exists (select from taken where mighty)
                or exists (select from pg_database d join taken t on t.oid = d.datdba where d.datname = current_database())
                or exists (select from entries e, taken t where t.oid in (e.relowner, e.nspowner)
                    or has_any_column_privilege(t.oid, e.oid, 'update') or has_table_privilege(t.oid, e.oid, 'delete, truncate')),
            (select count(*) from pg_trigger g join entries e on e.oid = g.tgrelid
                where g.tgname in ('room_entries_only_grow', 'room_entries_are_kept') and g.tgenabled in ('O', 'A')) = 2
        """;

    /// <param name="mayBeVolatile">Tests alone: their PostgreSQL is quick and forgets.</param>
    public static async Task<IReadOnlyList<RefusalView>> BrokenAsync(NpgsqlConnection connection, bool mayBeVolatile, CancellationToken cancellation = default)
    {
        await using var command = new NpgsqlCommand(Question, connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        var refusals = new List<RefusalView>();
        if (!mayBeVolatile && !row.GetBoolean(0)) refusals.Add(StartRefusals.FsyncOff);
        if (!mayBeVolatile && !row.GetBoolean(1)) refusals.Add(StartRefusals.FullPageWritesOff);
        if (!mayBeVolatile && !row.GetBoolean(2)) refusals.Add(StartRefusals.SynchronousCommitOff);
        if (row.GetBoolean(3)) refusals.Add(StartRefusals.RecordReadOnly);
        if (row.GetBoolean(4)) refusals.Add(StartRefusals.RoleTooMighty);
        if (!row.GetBoolean(5)) refusals.Add(StartRefusals.TranscriptUnguarded);
        return refusals;
    }
}
