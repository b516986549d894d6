using Wijkmonitor.Indicators.Datasets.Definitions;

namespace Wijkmonitor.Indicators.Datasets.Sources.Records;

/// <summary>A file that was opened: its first records, to recognise it by, and a way to all of them.</summary>
internal abstract class OpenedFile : IDisposable
{
    /// <summary>The file's name in the zip that it is in; null where it is in none.</summary>
    public string? EntryName { get; set; }

    /// <summary>The name of the sheet that is read; null where it is no workbook.</summary>
    public string? SheetName { get; init; }

    /// <summary>The name of what the file is, where it is no CSV.</summary>
    public virtual Localization.BilingualText? TypeName => null;

    /// <summary>Reads the first records in the form that a definition declares.</summary>
    public abstract FileSample TakeSample(DatasetDefinition definition);

    /// <summary>Opens all records. A file is opened once.</summary>
    public abstract IRecordSource OpenRecords(DatasetDefinition definition);

    /// <summary>The object that is closed with the file, such as the zip that it is in; null for none.</summary>
    public IDisposable? Owner { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        Owner?.Dispose();
    }

    /// <summary>Closes what the file itself opened.</summary>
    protected virtual void Close()
    {
    }
}
