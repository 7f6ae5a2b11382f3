using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace NonLitigation.Odr.Architecture.Tests.Features;

/// <summary>Everything that a type mentions: bases, members, attributes, locals and every instruction of its methods.</summary>
public static class TypeReferences
{
    /// <summary>Pairs of (a type written in the sources, a type that it mentions).</summary>
    public static IEnumerable<(TypeDefinition From, TypeReference To)> Of(string assemblyPath)
    {
        var assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        foreach (var type in assembly.MainModule.GetAllTypes())
            foreach (var mentioned in Mentions(type).SelectMany(Parts))
                yield return (type, mentioned);
    }

    /// <summary>The namespace, which for a nested type is its outermost type's.</summary>
    public static string NamespaceOf(TypeReference type) => type.DeclaringType is { } outer ? NamespaceOf(outer) : type.Namespace;

    public static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference> Mentions(TypeDefinition type) =>
    [
        .. type.BaseType is null ? [] : new[] { type.BaseType }, .. type.Interfaces.Select(one => one.InterfaceType), .. Attributes(type),
        .. type.GenericParameters.SelectMany(one => one.Constraints).Select(one => one.ConstraintType),
        .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
        .. type.Properties.SelectMany(property => Attributes(property).Append(property.PropertyType)),
        .. type.Events.Select(one => one.EventType), .. type.Methods.SelectMany(Mentions),
    ];

    private static IEnumerable<TypeReference> Mentions(MethodDefinition method)
    {
        foreach (var one in Signature(method).Concat(Attributes(method)).Concat(method.Parameters.SelectMany(Attributes))) yield return one;
        if (!method.HasBody) yield break;
        foreach (var local in method.Body.Variables) yield return local.VariableType;
        foreach (var caught in method.Body.ExceptionHandlers.Where(handler => handler.CatchType is not null)) yield return caught.CatchType;
        foreach (var one in method.Body.Instructions.SelectMany(Mentions)) yield return one;
    }

    private static IEnumerable<TypeReference> Mentions(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [.. Signature(method), .. method.GenericArguments],
        MethodReference method => Signature(method),
        _ => [],
    };

    private static IEnumerable<TypeReference> Signature(MethodReference method) =>
        [.. method.DeclaringType is null ? [] : new[] { method.DeclaringType }, method.ReturnType, .. method.Parameters.Select(one => one.ParameterType)];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(one => one.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>().Prepend(one.AttributeType));

    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [.. generic.GenericArguments.SelectMany(Parts), generic.ElementType],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
