namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>Place of a column of a kind of records in a renamed file, or its value from the definition.</summary>
/// <param name="Names">
/// Its names; the first that a file has counts. <c>{year}</c> in a name stands for a year, which is then what <c>{year}</c> is in <paramref name="Value"/>.
/// </param>
/// <param name="Value">Value of each row where the file has no such column; <c>{year}</c> for the year of the file.</param>
/// <param name="Prefix">Letters before codes of areas that are digits only, such as GM for 0363 and 363.</param>
/// <param name="Factor">Multiplier of shares, such as 0.01 for percentages; 1 unless said otherwise.</param>
public sealed record RecordColumn(IReadOnlyList<string>? Names = null, string? Value = null, string? Prefix = null, decimal Factor = 1);
