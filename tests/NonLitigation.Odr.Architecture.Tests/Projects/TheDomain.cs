using NonLitigation.Odr.Architecture.Tests.Features;
using NonLitigation.Odr.Domain.Cases;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NonLitigation.Odr.Architecture.Tests.Projects;

public sealed class TheDomain
{
    private static readonly string[] Places =
        ["System.Net", "System.Data", "System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.Environment", "System.Console", "System.Diagnostics.Process", "System.Threading.Thread", "Microsoft."];

    private static readonly string[] Clocks =
        ["System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Diagnostics.Stopwatch::GetTimestamp"];

    [Fact]
    public void Touches_no_file_no_net_and_no_clock_of_the_machine() => Assert.Empty(Faults(typeof(Case).Assembly.Location, _ => true));

    [Fact]
    public void Is_found_at_fault_where_it_is_planted()
    {
        var faults = Faults(typeof(TheDomain).Assembly.Location, type => type.Name == nameof(Tempted));
        Assert.Equal(2, faults.Count);
    }

    private static List<string> Faults(string path, Func<TypeDefinition, bool> chosen)
    {
        var types = AssemblyDefinition.ReadAssembly(path).MainModule.GetAllTypes().Where(chosen).ToList();
        Assert.NotEmpty(types);
        var calls = types.SelectMany(type => type.Methods).Where(method => method.HasBody)
            .SelectMany(method => method.Body.Instructions.Select(instruction => (method, instruction.Operand)))
            .Where(one => one.Operand is MethodReference).Select(one => (one.method, Called: (MethodReference)one.Operand));
        return [.. calls.Where(one => IsForbidden(one.Called)).Select(one => $"{one.method.FullName} calls {one.Called.FullName}").Distinct()];
    }

    private static bool IsForbidden(MethodReference called)
    {
        var type = TypeReferences.Outermost(called.DeclaringType).FullName;
        // What the compiler writes into every iterator.
        if (called.Name == "get_CurrentManagedThreadId") return false;
        return Clocks.Contains($"{type}::{called.Name}") || Places.Any(place => place.EndsWith('.') ? type.StartsWith(place, StringComparison.Ordinal) : type == place || type.StartsWith(place + ".", StringComparison.Ordinal));
    }

    private static class Tempted
    {
        internal static string Look() => File.ReadAllText("rules.txt") + DateTime.UtcNow.Year;
    }
}
