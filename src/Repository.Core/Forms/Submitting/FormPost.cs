using System.Collections.Immutable;
using Repository.Core.Forms.Kinds;

namespace Repository.Core.Forms.Submitting;

/// <summary>Turns the inputs of a page into what the wire contract would have sent: <c>p05.transparencia</c> = 5 becomes <c>transparencia=5</c> of <c>p05</c>.</summary>
public static class FormPost
{
    /// <param name="pairs">Names and values as a browser sends them, without those that belong to the page itself.</param>
    /// <param name="files">Files with the name of their input.</param>
    public static Submission Read(Form form, IEnumerable<KeyValuePair<string, string>> pairs, IEnumerable<KeyValuePair<string, UploadedFile>> files)
    {
        var parted = form.Fields.Where(bound => bound.Kind is IFieldOfParts).ToDictionary(bound => bound.Field.Alias, bound => (bound.Field, Kind: (IFieldOfParts)bound.Kind), StringComparer.Ordinal);
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in pairs)
        {
            if (IsPart(parted, name)) parts[name] = value;
            else In(texts, name).Add(value);
        }

        foreach (var (alias, (field, kind)) in parted)
        {
            var own = kind.Parts(field).Select(part => (Part: part, Value: parts.GetValueOrDefault($"{alias}.{part}", ""))).ToList();
            if (own.Any(part => part.Value.Length > 0)) In(texts, alias).AddRange(own.Select(part => kind.Text(part.Part, part.Value)));
        }

        var uploads = files.ToLookup(file => file.Key, file => file.Value, StringComparer.Ordinal);
        return new Submission(texts.Keys.Union(uploads.Select(upload => upload.Key), StringComparer.Ordinal)
            .Select(alias => KeyValuePair.Create(alias, new FieldInput([.. texts.GetValueOrDefault(alias, [])], [.. uploads[alias]]))));
    }

    private static bool IsPart(Dictionary<string, (FormField Field, IFieldOfParts Kind)> parted, string name) =>
        name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        && parted.TryGetValue(name[..dot], out var owner)
        && owner.Kind.Parts(owner.Field).Contains(name[(dot + 1)..], StringComparer.Ordinal);

    private static List<string> In(Dictionary<string, List<string>> texts, string alias)
    {
        if (!texts.TryGetValue(alias, out var list)) texts[alias] = list = [];
        return list;
    }
}
