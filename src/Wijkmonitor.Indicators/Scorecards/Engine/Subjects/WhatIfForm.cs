using Wijkmonitor.Indicators.Localization;

namespace Wijkmonitor.Indicators.Scorecards.Engine.Subjects;

/// <summary>Form of an example calculation: what it asks for and by which rules it is computed.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">The code of the rules.</param>
/// <param name="Title">The title of the rules.</param>
/// <param name="Source">Origin of the rules, and what in them is the author's own choice.</param>
/// <param name="RuleVersion">The version of the rules.</param>
/// <param name="Inputs">The inputs, in the order in which they are asked for.</param>
public sealed record WhatIfForm(
    string Kind, string Rules, BilingualText Title, string Source, string RuleVersion, IReadOnlyList<WhatIfQuestion> Inputs);

/// <summary>Input that a form asks for: a number within limits, or one of a list of keys.</summary>
/// <param name="Code">The code by which it is given.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Unit">Its unit; empty for a factor and for a key.</param>
/// <param name="IsRequired">Whether the lines that need it are missing without it.</param>
/// <param name="Low">The lowest number that is allowed; null for a key.</param>
/// <param name="High">The highest number that is allowed; null for a key.</param>
/// <param name="Value">The number that counts where none is given; null where nothing does.</param>
/// <param name="Keys">The keys to choose from; null for a number.</param>
public sealed record WhatIfQuestion(
    string Code, BilingualText Label, string Unit, bool IsRequired, decimal? Low = null, decimal? High = null, decimal? Value = null,
    IReadOnlyList<string>? Keys = null);
