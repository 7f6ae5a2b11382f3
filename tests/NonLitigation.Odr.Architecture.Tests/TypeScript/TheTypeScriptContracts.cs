using System.Text.Json;
using NonLitigation.Odr.Architecture.Tests.Shared;
using NonLitigation.Odr.Contracts.Rooms;

namespace NonLitigation.Odr.Architecture.Tests.TypeScript;

public sealed class TheTypeScriptContracts
{
    public enum Sample { One, Two }
    public sealed record SampleView(Guid Id, string? Note, long? AmountFen, IReadOnlyList<Sample> Kinds, JsonElement Body, DateOnly DueOn, IReadOnlyDictionary<string, int>? Counts);
    public interface ISampleHub { Task<SampleView?> ReadSample(Guid id); Task Leave(); }

    [Fact]
    public void Are_the_committed_file()
    {
        var fresh = TypeScriptContracts.Write(typeof(IRoomHub).Assembly);
        var path = Repository.Path(TypeScriptContracts.File);
        if (Environment.GetEnvironmentVariable("ODR_WRITE_CONTRACTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, fresh);
        }
        Assert.Equal(fresh, File.ReadAllText(path));
    }

    /// <summary>TypeScript would quietly join two interfaces of one name, and OpenAPI keep one of them.</summary>
    [Fact]
    public void Have_a_name_of_their_own_each() =>
        Assert.Empty(typeof(IRoomHub).Assembly.GetExportedTypes().Where(type => !type.IsNested).GroupBy(type => type.Name).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Differ_when_a_wire_type_is_missing_or_added()
    {
        var types = typeof(IRoomHub).Assembly.GetExportedTypes();
        var committed = File.ReadAllText(Repository.Path(TypeScriptContracts.File));
        Assert.NotEqual(committed, TypeScriptContracts.Write(types.Where(type => type != typeof(EntryView))));
        Assert.NotEqual(committed, TypeScriptContracts.Write(types.Append(typeof(SampleView))));
    }

    [Fact]
    public void Spell_each_kind_of_member_as_the_wire_has_it()
    {
        var text = TypeScriptContracts.Write([typeof(Sample), typeof(SampleView), typeof(ISampleHub)]);
        Assert.Contains("export type Sample = 'One' | 'Two'", text, StringComparison.Ordinal);
        foreach (var line in new[] { "id: string", "note: string | null", "amountFen: number | null", "kinds: Sample[]", "body: unknown", "dueOn: string", "counts: Record<string, number> | null" })
            Assert.Contains($"  {line}\n", text, StringComparison.Ordinal);
        Assert.Contains("  readSample(id: string): Promise<SampleView | null>\n", text, StringComparison.Ordinal);
        Assert.Contains("  leave(): Promise<void>\n", text, StringComparison.Ordinal);
        Assert.Contains("    readSample: (id) => connection.invoke('ReadSample', id),\n", text, StringComparison.Ordinal);
    }
}
