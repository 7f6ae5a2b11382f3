using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NonLitigation.Odr.Application.Shared;

namespace NonLitigation.Odr.Server.Tests.Visibility;

/// <summary>Walks every endpoint and hub method, and asks each as each of the fourteen.</summary>
public static class VisibilityWalk
{
    private static readonly SecuredObject[] Unguarded = [SecuredObject.Public, SecuredObject.Own, SecuredObject.Telemetry, SecuredObject.Development];

    /// <summary>Endpoints and hub methods that declare nothing.</summary>
    public static IReadOnlyList<string> Undeclared(IEnumerable<Endpoint> endpoints, params IEnumerable<Type> hubs) =>
    [
        .. endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ShowsAttribute>() is not { Objects.Count: > 0 }).Select(Name),
        .. hubs.SelectMany(Methods).Where(method => method.GetCustomAttribute<ShowsAttribute>() is not { Objects.Count: > 0 }).Select(method => method.Name),
    ];

    /// <summary>Guarded operations that no probe asks for one of the objects they declare.</summary>
    public static IReadOnlyList<string> Unprobed(IEnumerable<Endpoint> endpoints, IEnumerable<Type> hubs, IReadOnlyList<Probe> probes)
    {
        var declared = endpoints.Select(endpoint => (Name: Name(endpoint), Shows: endpoint.Metadata.GetMetadata<ShowsAttribute>()))
            .Concat(hubs.SelectMany(Methods).Select(method => (method.Name, Shows: method.GetCustomAttribute<ShowsAttribute>())));
        return [.. from one in declared
                   from what in one.Shows?.Objects ?? []
                   where !Unguarded.Contains(what) && !probes.Any(probe => probe.Operation == one.Name && probe.Objects.Contains(what))
                   select $"{one.Name}: {what}"];
    }

    /// <summary>Every difference between what callers get and what the policy says.</summary>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(VisibilityWorld world, IEnumerable<Probe> probes)
    {
        var differences = new List<string>();
        foreach (var probe in probes)
            foreach (var (kind, (visitor, page)) in world.Callers.OrderBy(caller => caller.Key))
            {
                var expected = VisibilityPolicy.SeesAny(probe.Objects, kind);
                var answer = await probe.Ask(visitor, page, probe.Id);
                var label = $"{probe.Operation} [{string.Join(' ', probe.Objects)}] as {kind}: {answer.Status} {(answer.Text.Length > 120 ? answer.Text[..120] : answer.Text)}";
                if (!probe.Silent && Probe.Sees(answer) != expected) differences.Add(expected ? $"hidden  {label}" : $"SHOWN   {label}");
                if (expected) continue;
                var unknown = await probe.Ask(visitor, page, Guid.CreateVersion7());
                if (Probe.Comparable(unknown) != Probe.Comparable(answer)) differences.Add($"UNLIKE  {label} | unknown: {Probe.Comparable(unknown)}");
            }
        return differences;
    }

    public static IEnumerable<Endpoint> Endpoints(IServiceProvider services) =>
        ((EndpointDataSource)services.GetService(typeof(EndpointDataSource))!).Endpoints;

    private static string Name(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName ?? endpoint.DisplayName ?? "?";

    private static IEnumerable<MethodInfo> Methods(Type hub) =>
        hub.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType == hub);
}
