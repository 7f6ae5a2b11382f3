using System.Reflection;
using System.Text;

namespace NonLitigation.Odr.Architecture.Tests.TypeScript;

/// <summary>Writes the wire types of Contracts as one TypeScript module: enums, records, typed hub commands and events.</summary>
public static class TypeScriptContracts
{
    public const string File = "web-client/src/contracts/realtime.ts";

    private const string Opening = """
        /* eslint-disable */
        // Generated from NonLitigation.Odr.Contracts; do not edit.
        // To write it anew: ODR_WRITE_CONTRACTS=1 dotnet run --project tests/NonLitigation.Odr.Architecture.Tests -- --filter-class '*TheTypeScriptContracts'

        /** The part of a SignalR HubConnection that the wrappers below use. */
        export interface HubWire {
          invoke<T = any>(method: string, ...args: any[]): Promise<T>
          on(method: string, handler: (...args: any[]) => any): void
          off(method: string, handler: (...args: any[]) => void): void
        }

        """;

    public static string Write(Assembly contracts) => Write(contracts.GetExportedTypes());

    public static string Write(IEnumerable<Type> types)
    {
        var text = new StringBuilder(Opening);
        foreach (var feature in types.GroupBy(type => type.Namespace?.Split('.')[^1] ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("\n// ").Append(feature.Key).Append('\n');
            foreach (var type in feature.OrderBy(type => type.Name, StringComparer.Ordinal)) text.Append('\n').Append(Declare(type));
        }
        return text.ToString();
    }

    private static string Declare(Type type)
    {
        if (!type.IsInterface) return TypeScriptTypes.Declare(type);
        return type.Name.EndsWith("Hub", StringComparison.Ordinal) ? Commands(type) : Events(type);
    }

    private static string Commands(Type hub)
    {
        var name = hub.Name[1..];
        var declared = string.Concat(hub.GetMethods().Select(method => $"  {TypeScriptTypes.Camel(method.Name)}({Parameters(method)}): Promise<{TypeScriptTypes.Result(method)}>\n"));
        var invoked = string.Concat(hub.GetMethods().Select(method => $"    {TypeScriptTypes.Camel(method.Name)}: ({Names(method)}) => connection.invoke({string.Join(", ", new[] { $"'{method.Name}'" }.Concat(method.GetParameters().Select(parameter => parameter.Name!)))}),\n"));
        return $"/** Commands of the hub. */\nexport interface {name} {{\n{declared}}}\n\n"
            + $"export function create{name}(connection: Pick<HubWire, 'invoke'>): {name} {{\n  return {{\n{invoked}  }}\n}}\n";
    }

    private static string Events(Type client)
    {
        var name = client.Name[1..];
        var declared = string.Concat(client.GetMethods().Select(method => $"  {TypeScriptTypes.Camel(method.Name)}({Parameters(method)}): void\n"));
        var pairs = string.Concat(client.GetMethods().Select(method => $"  {TypeScriptTypes.Camel(method.Name)}: '{method.Name}',\n"));
        return $"/** Events of the hub. */\nexport interface {name} {{\n{declared}}}\n\n"
            + $"const events{name} = {{\n{pairs}}} as const satisfies Record<keyof {name}, string>\n\n"
            + $"/** Subscribes the given handlers; the returned function takes them off again. */\n"
            + $"export function on{name}(connection: Pick<HubWire, 'on' | 'off'>, handlers: Partial<{name}>): () => void {{\n"
            + $"  const taken: [string, (...args: any[]) => void][] = []\n"
            + $"  for (const key of Object.keys(events{name}) as (keyof {name})[]) {{\n"
            + $"    const handler = handlers[key] as ((...args: any[]) => void) | undefined\n"
            + $"    if (!handler) continue\n"
            + $"    connection.on(events{name}[key], handler)\n"
            + $"    taken.push([events{name}[key], handler])\n"
            + $"  }}\n"
            + $"  return () => taken.forEach(([event, handler]) => connection.off(event, handler))\n}}\n";
    }

    private static string Parameters(MethodInfo method) => string.Join(", ", method.GetParameters().Select(TypeScriptTypes.Parameter));
    private static string Names(MethodInfo method) => string.Join(", ", method.GetParameters().Select(parameter => parameter.Name));
}
