#nullable disable annotations // The official package is not annotated for nullable references.

using System.Security.Cryptography;
using System.Text;

namespace Azure.Data.Tables;

/// <summary>The name of a storage account and one of its keys.</summary>
public class TableSharedKeyCredential
{
    private byte[] key;

    /// <summary>A credential for an account.</summary>
    /// <param name="accountName">The name of the account.</param>
    /// <param name="accountKey">Its key, in Base64.</param>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public TableSharedKeyCredential(string accountName, string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountName);
        AccountName = accountName;
        key = KeyFrom(accountKey);
    }

    /// <summary>The name of the account.</summary>
    public string AccountName { get; }

    /// <summary>Changes the key, for requests from now on: for keys that are rotated.</summary>
    /// <param name="accountKey">The new key, in Base64.</param>
    /// <exception cref="FormatException">The key is not Base64.</exception>
    public void SetAccountKey(string accountKey) => Volatile.Write(ref key, KeyFrom(accountKey));

    /// <summary>The signature of a text, in Base64.</summary>
    internal string Sign(string text)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Volatile.Read(ref key), Encoding.UTF8.GetBytes(text), hash);
        return Convert.ToBase64String(hash);
    }

    private static byte[] KeyFrom(string accountKey)
    {
        ArgumentNullException.ThrowIfNull(accountKey);
        return Convert.FromBase64String(accountKey);
    }
}
