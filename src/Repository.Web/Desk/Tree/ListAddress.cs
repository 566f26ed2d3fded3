using System.Collections.Immutable;

namespace Repository.Web.Desk.Tree;

/// <summary>The address of a list: what it is asked for, to be asked for a little differently.</summary>
internal sealed record ListAddress(string Path, ImmutableArray<KeyValuePair<string, string>> Asked)
{
    private const int LongestValue = 400;

    public static ListAddress Of(HttpRequest request, params ReadOnlySpan<string> names)
    {
        var asked = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var name in names)
        {
            if (request.Query[name].FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)) is { Length: <= LongestValue } value) asked.Add(new(name, value.Trim()));
        }

        return new ListAddress(request.Path.Value ?? "", asked.ToImmutable());
    }

    public string this[string name] => Asked.FirstOrDefault(pair => pair.Key == name).Value ?? "";

    public bool Has(string name) => this[name].Length > 0;

    public string Query => string.Join('&', Asked.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    public string Here => Asked.IsEmpty ? Path : $"{Path}?{Query}";

    /// <summary>The same with another value, or (null) without one. Whatever else changes, one begins at the first page.</summary>
    public ListAddress With(string name, string? value)
    {
        var kept = Asked.RemoveAll(pair => pair.Key == name || pair.Key == "page");
        return this with { Asked = value is null ? kept : kept.Add(new(name, value)) };
    }

    public ListAddress Without(params ReadOnlySpan<string> names)
    {
        var address = this;
        foreach (var name in names) address = address.With(name, null);
        return address;
    }

    /// <summary>What a form must carry along besides its own fields.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(params string[] names) => Asked.Where(pair => !names.Contains(pair.Key) && pair.Key != "page");
}
