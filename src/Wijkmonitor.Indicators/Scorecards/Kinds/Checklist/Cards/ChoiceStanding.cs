namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Cards;

/// <summary>Standing of a choice.</summary>
internal enum ChoiceStanding
{
    /// <summary>It is what the source advises.</summary>
    Advised,

    /// <summary>It will do.</summary>
    Acceptable,

    /// <summary>It is being tried.</summary>
    Experiment,

    /// <summary>The source advises against it.</summary>
    Discouraged,

    /// <summary>The source does not rate it, or not in this context.</summary>
    NotNormed,

    /// <summary>The source rates it in several ways.</summary>
    Contested,

    /// <summary>Its rating depends on a context that is not known.</summary>
    ContextUnknown,

    /// <summary>It is none of the options.</summary>
    NoOption,

    /// <summary>No choice was delivered.</summary>
    Unknown,
}
