namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>A line of a file that is no record but a comment.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Text">Its text, with the character that makes it a comment.</param>
internal sealed record CommentLine(int Line, string Text);
