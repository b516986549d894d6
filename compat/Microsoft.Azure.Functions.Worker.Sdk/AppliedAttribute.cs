using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Microsoft.Azure.Functions.Worker.Sdk;

/// <summary>
/// An attribute as it was written: the arguments of its constructor and the properties that were set. An array is an ImmutableArray of
/// strings.
/// </summary>
internal sealed record AppliedAttribute(IReadOnlyList<object?> Arguments, IReadOnlyDictionary<string, object?> Properties)
{
    public static AppliedAttribute? Find(MetadataReader metadata, CustomAttributeHandleCollection attributes, string typeName)
    {
        foreach (var handle in attributes)
        {
            var attribute = metadata.GetCustomAttribute(handle);
            if (TypeName(metadata, attribute) == typeName)
            {
                var value = attribute.DecodeValue(new ArgumentTypes());
                var properties = value.NamedArguments.ToDictionary(
                    argument => argument.Name!, argument => Plain(argument.Value), StringComparer.Ordinal);
                return new AppliedAttribute([.. value.FixedArguments.Select(argument => Plain(argument.Value))], properties);
            }
        }

        return null;
    }

    private static string? TypeName(MetadataReader metadata, CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind != HandleKind.MemberReference)
        {
            return null;
        }

        var parent = metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        if (parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    private static object? Plain(object? value) => value is ImmutableArray<CustomAttributeTypedArgument<string>> items
        ? items.Select(item => (string)item.Value!).ToImmutableArray()
        : value;

    /// <summary>The types that the attributes take: strings, flags, arrays of strings and an enumeration.</summary>
    private sealed class ArgumentTypes : ICustomAttributeTypeProvider<string>
    {
        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

        public string GetSystemType() => nameof(Type);

        public string GetSZArrayType(string elementType) => $"{elementType}[]";

        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeDefinition(handle).Name);

        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
            reader.GetString(reader.GetTypeReference(handle).Name);

        public string GetTypeFromSerializedName(string name) => name;

        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;

        public bool IsSystemType(string type) => type == nameof(Type);
    }
}
