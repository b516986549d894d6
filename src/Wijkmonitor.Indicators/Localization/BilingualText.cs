namespace Wijkmonitor.Indicators.Localization;

/// <summary>A text for people in Dutch and in English.</summary>
/// <param name="Nl">The Dutch text.</param>
/// <param name="En">The English text.</param>
public sealed record BilingualText(string Nl, string En);
