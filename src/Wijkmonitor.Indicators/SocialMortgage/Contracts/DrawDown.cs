namespace Wijkmonitor.Indicators.SocialMortgage.Contracts;

/// <summary>Part of the principal that is paid out on a day (opname).</summary>
public sealed record DrawDown
{
    /// <summary>The day, within the term.</summary>
    [ContractQuestion("Op welke dag is dit deel opgenomen?", "On which day was this part drawn?")]
    public required DateOnly Date { get; init; }

    /// <summary>The amount, in euros.</summary>
    [ContractQuestion("Hoeveel is er op die dag opgenomen?", "How much was drawn on that day?")]
    public required decimal Amount { get; init; }
}
