namespace Wijkmonitor.Functions.Settings;

/// <summary>Names the former key of a setting, which is accepted for one more release.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FormerNameAttribute(string name) : Attribute
{
    /// <summary>The former key, without its section.</summary>
    public string Name => name;
}
