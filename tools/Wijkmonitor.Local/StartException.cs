namespace Wijkmonitor.Local;

/// <summary>A process that does not start on this machine, said in both languages: users of the demo read it.</summary>
/// <param name="message">Error and remedy, in English.</param>
/// <param name="dutch">The same in Dutch.</param>
/// <param name="cause">Exception behind it; null for none.</param>
public sealed class StartException(string message, string dutch, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Gets the message in Dutch.</summary>
    public string Dutch { get; } = dutch;
}
