using Wijkmonitor.Indicators.Datasets.Problems;
using static Wijkmonitor.Indicators.Datasets.Messages.ProblemText;

namespace Wijkmonitor.Indicators.Datasets.Messages;

/// <summary>Problems of files of another type than their dataset has, in words.</summary>
public static class FileTypeProblems
{
    /// <summary>The file is of another type than its dataset has.</summary>
    /// <param name="nl">What it is, in Dutch.</param>
    /// <param name="en">What it is, in English.</param>
    public static RowProblem OtherType(string nl, string en) => Error(
        ProblemCodes.FileTypeWrong, null, null, null,
        $"Dit is {nl}, geen bestand zoals deze dataset heeft.", $"This is {en}, not a file as this dataset has.",
        "Lever het bestand in de vorm die bij de dataset hoort; uit Excel met 'Opslaan als', 'CSV UTF-8'.",
        "Deliver the file in the form of the dataset; from Excel with 'Save as', 'CSV UTF-8'.");

    /// <summary>The file is a zip.</summary>
    /// <param name="names">The first files in it; empty where they could not be read.</param>
    /// <param name="count">How many files are in it.</param>
    public static RowProblem Zip(IReadOnlyList<string> names, int count)
    {
        var named = string.Join(", ", names.Select(name => $"'{name}'")) + (count > names.Count ? ", …" : "");
        return Error(
            ProblemCodes.FileTypeWrong, null, null, null,
            "Dit is een zip-bestand"
                + (count > 0 ? Text($" met {(count == 1 ? "één bestand" : $"{count} bestanden")}: {named}.") : " waarvan de inhoud niet kan worden gelezen."),
            "This is a zip file" + (count > 0 ? Text($" with {(count == 1 ? "one file" : $"{count} files")}: {named}.") : " whose contents cannot be read."),
            "Pak het uit en lever het bestand met de cijfers.", "Unpack it and deliver the file with the figures.");
    }

    /// <summary>The file is in UTF-16.</summary>
    public static RowProblem Utf16() => Error(
        ProblemCodes.EncodingInvalid, 1, null, null,
        "Dit bestand is in UTF-16 (in Excel: 'Unicode-tekst').", "This file is in UTF-16 (in Excel: 'Unicode Text').",
        "Sla het bestand op als 'CSV UTF-8' en lever het opnieuw.", "Save the file as 'CSV UTF-8' and deliver it again.");
}
