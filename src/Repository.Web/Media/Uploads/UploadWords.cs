using System.Text;
using Repository.Core.Workflow;

namespace Repository.Web.Media.Uploads;

/// <summary>What is said of an uploaded file, in the words of tus' metadata and of a form's fields alike.</summary>
internal static class UploadWords
{
    public const string FileName = "filename";

    private const int MostBytes = 64 * 1024;

    /// <summary>Pairs of a word and a text in base64, parted by commas; null when that is not what it is.</summary>
    public static Dictionary<string, string>? Read(string metadata)
    {
        var told = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (metadata.Length > MostBytes) return null;
        foreach (var pair in metadata.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = pair.Split(' ', 2);
            var text = new byte[parts.Length == 2 ? parts[1].Length : 0];
            if (parts.Length == 2 && !Convert.TryFromBase64String(parts[1], text, out _)) return null;
            told[parts[0]] = parts.Length == 2 ? Encoding.UTF8.GetString(Convert.FromBase64String(parts[1])) : "true";
        }

        return told;
    }

    public static NewMedium Medium(IReadOnlyDictionary<string, string> told, Author by)
    {
        string Text(string word) => told.GetValueOrDefault(word, "").Trim();
        bool Flag(string word) => Text(word) is "true" or "1" or "on";
        return new NewMedium
        {
            Name = Text("name"),
            Folder = Text("folder"),
            AltText = Text("alt"),
            IsDecorative = Flag("decorative"),
            Credit = Text("credit"),
            Licence = Text("licence"),
            Transcript = Text("transcript"),
            Captions = Guid.TryParse(Text("captions"), out var captions) ? captions : null,
            IsPublic = Flag("publish"),
            By = by,
        };
    }
}
