using Wijkmonitor.Indicators.Localization;
using Wijkmonitor.Indicators.Scorecards.Model;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>A kind by rules that are computed when somebody asks. No record is read and nothing is stored.</summary>
public interface IWhatIfKind : IScorecardKind
{
    /// <summary>Whether these rules are computed when asked for; others have scorecards.</summary>
    bool IsWhatIf { get; }

    /// <summary>Describes what is asked for.</summary>
    WhatIfForm Describe();

    /// <summary>Finds the reason why nothing can be computed from what is given, or null where it can.</summary>
    WhatIfProblem? Validate(WhatIfInputs given);

    /// <summary>Computes the outcome of what is given, which is valid.</summary>
    WhatIfOutcome Compute(WhatIfInputs given);
}

/// <summary>The inputs of an example calculation. Nothing of it is stored.</summary>
/// <param name="Inputs">The inputs, each named once.</param>
public sealed record WhatIfInputs(IReadOnlyList<WhatIfInput> Inputs);

/// <summary>An input that is given: a number, a range or the key of a table.</summary>
/// <param name="Input">The input's code.</param>
/// <param name="Value">The number; null for a range or key.</param>
/// <param name="Low">The lower end of a range.</param>
/// <param name="High">The upper end of a range.</param>
/// <param name="Key">The key of the input's table, such as an energy label.</param>
public sealed record WhatIfInput(string Input, decimal? Value = null, decimal? Low = null, decimal? High = null, string? Key = null);

/// <summary>Reason why nothing can be computed from what is given.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">The value that is wrong.</param>
/// <param name="Message">Description of what is wrong.</param>
/// <param name="Remedy">Way to put it right.</param>
public sealed record WhatIfProblem(string Field, string Value, BilingualText Message, BilingualText Remedy);

/// <summary>Outcome of an example calculation.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">The code of the rules.</param>
/// <param name="Title">The title of the rules.</param>
/// <param name="RuleVersion">The version of the rules.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Findings">Findings that a reader must know next to the figures.</param>
public sealed record WhatIfOutcome(
    string Kind, string Rules, BilingualText Title, string RuleVersion, IReadOnlyList<ScorecardLine> Lines, IReadOnlyList<Finding> Findings);
