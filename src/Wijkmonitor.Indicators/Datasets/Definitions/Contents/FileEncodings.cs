using System.Text;
using Wijkmonitor.Indicators.Datasets.Definitions.Layouts;

namespace Wijkmonitor.Indicators.Datasets.Definitions.Contents;

/// <summary>The character encodings that files are read and written in.</summary>
public static class FileEncodings
{
    private const int Windows1252 = 1252;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Gets the encoding; UTF-8 has a byte order mark, which a reader takes off and a writer puts in front.</summary>
    public static Encoding Get(FileEncoding encoding) =>
        encoding == FileEncoding.Windows1252 ? CodePagesEncodingProvider.Instance.GetEncoding(Windows1252)! : Utf8;
}
