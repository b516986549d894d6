namespace Wijkmonitor.DevHost.Tests.Support;

internal static class Processes
{
    /// <summary>Whether a process is gone, or is a zombie that nobody waits for.</summary>
    public static bool HasEnded(int id)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{id}/stat");
            return status[(status.LastIndexOf(')') + 1)..].TrimStart().StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
