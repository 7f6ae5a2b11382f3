using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace NonLitigation.Odr.Architecture.Tests.TypeScript;

/// <summary>How a C# wire type is spelled in TypeScript, as System.Text.Json writes it (camelCase, enums as their names).</summary>
public static class TypeScriptTypes
{
    private static readonly HashSet<Type> Text = [typeof(string), typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly), typeof(TimeSpan), typeof(Uri)];
    private static readonly HashSet<Type> Number = [typeof(int), typeof(long), typeof(short), typeof(byte), typeof(double), typeof(decimal)];

    public static string Declare(Type type) => type.IsEnum
        ? $"export type {type.Name} = {string.Join(" | ", Enum.GetNames(type).Select(name => $"'{name}'"))}\n"
        : $"export interface {type.Name} {{\n{string.Concat(Properties(type).Select(property => $"  {Camel(property.Name)}{(MayBeLeftOut(property) ? "?" : "")}: {Of(new NullabilityInfoContext().Create(property))}\n"))}}}\n";

    /// <summary>A method's result: what its Task yields.</summary>
    public static string Result(MethodInfo method)
    {
        var returned = new NullabilityInfoContext().Create(method.ReturnParameter);
        return returned.Type == typeof(Task) || returned.Type == typeof(void) ? "void" : Of(returned.GenericTypeArguments.Single());
    }

    public static string Parameter(ParameterInfo parameter) => $"{parameter.Name}: {Of(new NullabilityInfoContext().Create(parameter))}";

    public static string Camel(string name) => char.ToLower(name[0], CultureInfo.InvariantCulture) + name[1..];

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.Name != "EqualityContract");

    /// <summary>A record's parameter with a default need not be on the wire.</summary>
    private static bool MayBeLeftOut(PropertyInfo property) => property.DeclaringType!.GetConstructors()
        .SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == property.Name && parameter.HasDefaultValue);

    private static string Of(NullabilityInfo info)
    {
        var plain = Plain(info);
        var mayBeNull = Nullable.GetUnderlyingType(info.Type) is not null || (!info.Type.IsValueType && info.ReadState == NullabilityState.Nullable);
        return mayBeNull ? $"{plain} | null" : plain;
    }

    private static string Plain(NullabilityInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        if (Text.Contains(type)) return "string";
        if (Number.Contains(type)) return "number";
        if (type == typeof(bool)) return "boolean";
        if (type == typeof(JsonElement) || type == typeof(object)) return "unknown";
        if (info.ElementType is not null) return ArrayOf(Of(info.ElementType));
        if (type.IsGenericType && info.GenericTypeArguments.Length == 2) return $"Record<string, {Of(info.GenericTypeArguments[1])}>";
        if (type.IsGenericType && info.GenericTypeArguments.Length == 1) return ArrayOf(Of(info.GenericTypeArguments[0]));
        return type.Name;
    }

    private static string ArrayOf(string element) => element.Contains('|', StringComparison.Ordinal) ? $"({element})[]" : $"{element}[]";
}
