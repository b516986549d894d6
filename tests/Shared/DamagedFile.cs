using System.Text;

namespace Wijkmonitor.Testing;

/// <summary>
/// Files damaged at random, always in the same way for the same seed: bytes flipped, rows cut or repeated, columns swapped, quotation marks
/// unbalanced, huge fields, NULs, line ends mixed.
/// </summary>
internal static class DamagedFile
{
    public static byte[] From(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(11))
            {
                case 0: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 1: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
                case 3: bytes.Insert(at, (byte)'"'); break;
                case 4: bytes.Insert(at, 0); break;
                case 5: bytes.InsertRange(at, "\r\n\r"u8.ToArray()); break;
                case 6: bytes.InsertRange(at, Enumerable.Repeat((byte)'9', random.Next(20_000))); break;
                case 7: bytes = SwapColumns(bytes, random); break;
                case 8: bytes = CutRow(bytes, random); break;
                case 9: bytes = MixLineEnds(bytes, random); break;
                default: bytes.Insert(at, (byte)';'); break;
            }

            if (bytes.Count == 0)
            {
                bytes.Add((byte)'\n');
            }
        }

        return [.. bytes];
    }

    // In one row, or in all of them.
    private static List<byte> SwapColumns(List<byte> bytes, Random random)
    {
        var rows = Encoding.Latin1.GetString([.. bytes]).Split('\n');
        var only = random.Next(2) == 0 ? random.Next(rows.Length) : -1;
        var (a, b) = (random.Next(5), random.Next(5));
        for (var i = 0; i < rows.Length; i++)
        {
            var fields = rows[i].Split(';');
            if ((only < 0 || only == i) && a < fields.Length && b < fields.Length)
            {
                (fields[a], fields[b]) = (fields[b], fields[a]);
                rows[i] = string.Join(';', fields);
            }
        }

        return [.. Encoding.Latin1.GetBytes(string.Join('\n', rows))];
    }

    private static List<byte> CutRow(List<byte> bytes, Random random)
    {
        var rows = Encoding.Latin1.GetString([.. bytes]).Split('\n').ToList();
        var row = random.Next(rows.Count);
        rows[row] = rows[row][..random.Next(rows[row].Length + 1)];
        return [.. Encoding.Latin1.GetBytes(string.Join('\n', rows))];
    }

    private static List<byte> MixLineEnds(List<byte> bytes, Random random)
    {
        var text = new StringBuilder();
        foreach (var c in Encoding.Latin1.GetString([.. bytes]))
        {
            text.Append(c == '\n' ? random.Next(4) switch { 0 => "\r", 1 => "\r\n", 2 => "\n\n", _ => "\n" } : c.ToString());
        }

        return [.. Encoding.Latin1.GetBytes(text.ToString())];
    }
}
