using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NonLitigation.Odr.Benchmarks.Hosts;
using Npgsql;

namespace NonLitigation.Odr.Benchmarks.Engine;

/// <summary>PostgreSQL's own load maker with rows like ours, each in a commit of its own: what 64 clients get out of this disk without any service in between.</summary>
internal sealed partial class Pgbench
{
    private const string Room = "\\set room random(1, 64)\n";

    private const string Insert = """
        insert into bench_entries (room_id, sequence, kind, author_id, author_name, author_role, sent_at, client_message_id, reply_to, audience, body, salt,
            commitment, previous_hash, entry_hash)
        values (('00000000-0000-7000-8000-' || lpad(:room::text, 12, '0'))::uuid, nextval('bench_sequence'), 'Message', gen_random_uuid(), '李海生', 'Applicant',
            clock_timestamp(), gen_random_uuid(), null, array[gen_random_uuid(), gen_random_uuid(), gen_random_uuid()],
            convert_to('{"text":"我三月份的工资一直没有发，船东说要等卖了鱼才有钱，我想知道什么时候能给。","type":"text"}', 'UTF8'),
            decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex'), decode(repeat('ef', 32), 'hex'), decode(repeat('01', 32), 'hex'));
        """;

    private static readonly NpgsqlConnectionStringBuilder Address = new(Stores.Postgres("odr_owner"));

    /// <returns>Commits a second.</returns>
    /// <exception cref="InvalidOperationException">pgbench failed; with what it said.</exception>
    public static async Task<double> RunAsync(TimeSpan duration)
    {
        await PrepareAsync();
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Room + Insert.ReplaceLineEndings(" ") + "\n");
        var start = new ProcessStartInfo(Stores.Pgbench) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGPASSWORD"] = Address.Password;
        foreach (var word in new[]
        {
            "-h", Address.Host!, "-p", Address.Port.ToString(CultureInfo.InvariantCulture), "-U", Address.Username!, "-n", "-M", "prepared", "-c", "64", "-j", "2",
            "-T", Math.Max(5, Math.Ceiling(duration.TotalSeconds)).ToString(CultureInfo.InvariantCulture), "-f", script, Address.Database!,
        }) start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        File.Delete(script);
        return Rate().Match(await output) is { Success: true } found
            ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench: {await errors}{await output}");
    }

    private static async Task PrepareAsync()
    {
        await using var source = NpgsqlDataSource.Create(Address);
        await using var command = source.CreateCommand("create table if not exists bench_entries (like room_entries including all); create sequence if not exists bench_sequence");
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Rate();
}
