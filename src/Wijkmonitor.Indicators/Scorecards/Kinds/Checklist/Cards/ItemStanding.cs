namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Standing of a condition or measurement.</summary>
internal enum ItemStanding
{
    /// <summary>It is met; a measurement holds.</summary>
    Met,

    /// <summary>It is not met; a measurement fails.</summary>
    NotMet,

    /// <summary>It is met in part.</summary>
    Partly,

    /// <summary>It does not apply here, and leaves the total.</summary>
    NotApplicable,

    /// <summary>Nothing was delivered, which is not the same as no.</summary>
    Unknown,

    /// <summary>Answers of one day differ, and none is chosen.</summary>
    Differs,

    /// <summary>A measurement holds at one end of its range and fails at the other.</summary>
    Depends,

    /// <summary>A measurement has no norm.</summary>
    NotNormed,

    /// <summary>A measurement is about too few people or homes to show.</summary>
    Withheld,
}
