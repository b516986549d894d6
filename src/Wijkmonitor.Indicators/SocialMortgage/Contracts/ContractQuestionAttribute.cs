using System.ComponentModel;
using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>
/// The question that a field of a contract answers. It is asked when the field is missing, and it describes the field in the schema.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContractQuestionAttribute(string nl, string en) : DescriptionAttribute(en)
{
    /// <summary>The question in Dutch.</summary>
    public string Nl { get; } = nl;

    /// <summary>The question in English.</summary>
    public string En { get; } = en;

    /// <summary>The question in both languages.</summary>
    public BilingualText Question => new(Nl, En);
}
