namespace Wijkmonitor.Indicators.Configuration;

/// <summary>Former name of a setting or of a field in JSON.</summary>
/// <remarks>That of a setting or of rules is accepted for one more release; that of a dataset definition stays, as the archive has it.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>The former name: of a setting the key without its section, of a field the name in JSON.</summary>
    public string Name => name;
}
