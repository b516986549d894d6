#nullable disable annotations // The official package is not annotated for nullable references.

using System.ComponentModel;

namespace Azure.Data.Tables;

/// <summary>The cloud that a token is meant for.</summary>
public readonly struct TableAudience : IEquatable<TableAudience>
{
    private readonly string value;

    /// <summary>An audience by its address, such as <c>https://storage.azure.com</c>.</summary>
    /// <param name="value">The address.</param>
    public TableAudience(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        this.value = value;
    }

    /// <summary>The cloud in China.</summary>
    public static TableAudience AzureChina { get; } = new("AzureChina");

    /// <summary>The cloud of the government of the United States.</summary>
    public static TableAudience AzureGovernment { get; } = new("AzureGov");

    /// <summary>The public cloud.</summary>
    public static TableAudience AzurePublicCloud { get; } = new("AzurePublic");

    /// <summary>Whether two audiences are the same.</summary>
    public static bool operator ==(TableAudience left, TableAudience right) => left.Equals(right);

    /// <summary>Whether two audiences differ.</summary>
    public static bool operator !=(TableAudience left, TableAudience right) => !left.Equals(right);

    /// <summary>The audience with an address.</summary>
    public static implicit operator TableAudience(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(TableAudience other) => string.Equals(value, other.value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object obj) => obj is TableAudience other && Equals(other);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => value is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(value);

    /// <inheritdoc/>
    public override string ToString() => value;

    /// <summary>The scope to ask a token for.</summary>
    internal string Scope()
    {
        const string suffix = "/.default";
        var address = value switch
        {
            "AzureChina" => "https://storage.azure.cn",
            "AzureGov" => "https://storage.azure.us",
            "AzurePublic" => "https://storage.azure.com",
            _ => value,
        };
        return address.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? address : address.TrimEnd('/') + suffix;
    }
}
