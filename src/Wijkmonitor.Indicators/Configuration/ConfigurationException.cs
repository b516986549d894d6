using System.Text.Json;
using Wijkmonitor.Indicators.Localization;

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
    /// <param name="errors">Errors; each names the field.</param>
    public ConfigurationException(string file, IReadOnlyList<string> errors)
        : this(file, [.. errors.Select(fault => new ConfigurationFault(Field: null, new BilingualText(fault, fault)))])
    {
    }

    /// <summary>An exception with all that is wrong with a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="errors">Errors in the file.</param>
    /// <param name="inner">The cause; null where there is none besides the faults.</param>
    public ConfigurationException(string file, IReadOnlyList<ConfigurationFault> errors, Exception? inner = null)
        : base($"In {file}: {string.Join(' ', errors.Select(fault => fault.Message.En))}", inner) => Errors = errors;

    /// <summary>An exception with a message that names what is wrong, and its cause.</summary>
    public ConfigurationException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The faults, one by one; the message alone where there is one only.</summary>
    public IReadOnlyList<ConfigurationFault> Errors => field ?? [new ConfigurationFault(Field: null, new BilingualText(Message, Message))];

    /// <summary>Runs a JSON read and says in whose file it failed.</summary>
    /// <param name="source">The file, for the message.</param>
    /// <param name="read">The read.</param>
    /// <exception cref="ConfigurationException">The JSON is empty or does not fit.</exception>
    public static T Wrap<T>(string source, Func<T?> read)
        where T : class
    {
        try
        {
            return read() ?? throw new ConfigurationException(source,
                [new ConfigurationFault(Field: null, new BilingualText("Het bestand is leeg.", "The file is empty."))]);
        }
        catch (JsonException e)
        {
            throw new ConfigurationException(
                source,
                [
                    new ConfigurationFault(e.Path,
                        new BilingualText($"De JSON past niet op het schema: {e.Message}", $"The JSON does not fit the schema: {e.Message}"))
                    {
                        Line = (int?)e.LineNumber + 1,
                    },
                ],
                e);
        }
    }
}
