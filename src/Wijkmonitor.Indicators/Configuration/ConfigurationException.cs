using System.Text.Json;

namespace Wijkmonitor.Indicators.Configuration;

/// <summary>
/// Invalid configuration that ships as data (catalogue, dataset definitions, rules). The message names the file and the field.
/// </summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>An exception with a message that names what is wrong.</summary>
    public ConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with all that is wrong with a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="errors">What is wrong; each names the field.</param>
    public ConfigurationException(string file, IReadOnlyList<string> errors)
        : base($"In {file}: {string.Join(' ', errors)}") => Errors = errors;

    /// <summary>An exception with a message that names what is wrong, and its cause.</summary>
    public ConfigurationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Individual errors; only the message when there is one.</summary>
    public IReadOnlyList<string> Errors => field ?? [Message];

    /// <summary>Runs a JSON read and says in whose file it failed.</summary>
    /// <param name="source">The file, for the message.</param>
    /// <param name="read">The read.</param>
    /// <exception cref="ConfigurationException">The JSON is empty or does not fit.</exception>
    public static T Wrap<T>(string source, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new ConfigurationException($"In {source}: it is empty.");
        }
        catch (JsonException e)
        {
            throw new ConfigurationException($"In {source}: {e.Message}", e);
        }
    }
}
