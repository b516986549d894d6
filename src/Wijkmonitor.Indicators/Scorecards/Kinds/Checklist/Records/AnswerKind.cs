namespace Wijkmonitor.Indicators.Scorecards.Kinds.Checklist.Records;

/// <summary>Answer to a condition. No answer is none of them.</summary>
internal enum AnswerKind
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>Partly.</summary>
    Partly,

    /// <summary>The condition does not apply here.</summary>
    NotApplicable,
}
