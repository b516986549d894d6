namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Names what a setting or a field of rules was called before; that is accepted for one more release.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>The former name: of a setting the key without its section, of a field the name in JSON.</summary>
    public string Name => name;
}
