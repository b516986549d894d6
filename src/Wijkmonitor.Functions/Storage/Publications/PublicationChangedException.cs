namespace Wijkmonitor.Functions.Storage.Publications;

/// <summary>Failure to write what was public: another instance wrote it since it was read.</summary>
public sealed class PublicationChangedException : Exception
{
    /// <summary>A failure to write a blob.</summary>
    public PublicationChangedException(string path, Exception inner)
        : base($"{path} was written by another instance since it was read.", inner)
    {
    }
}
