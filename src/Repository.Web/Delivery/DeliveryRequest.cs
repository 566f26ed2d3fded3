using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using Repository.Core.Content;
using Repository.Core.Publishing;
using Repository.Web.Delivery.Queries;
using Repository.Web.Delivery.Rendering;
using Repository.Web.Live;

namespace Repository.Web.Delivery;

/// <summary>What every delivery request says: who asks, in which culture, for the published or the draft state. Takes one snapshot and keeps it.</summary>
internal sealed partial record DeliveryRequest(HttpContext Http, PublishedSnapshot Snapshot, string? RequestedCulture, bool Preview, bool OpenedByKey)
{
    public string? HostCulture => Operations.HostCulture.Of(Http.Request, Snapshot.Schema);

    public string Culture => RequestedCulture ?? HostCulture ?? Snapshot.Schema.DefaultLanguage.Tag;

    /// <summary>The search index of what is published; there only when a filter searches. A preview finds what is published and shows its draft.</summary>
    public Searchable? Searchable { get; private init; }

    public TreeView Content => Snapshot.View(ItemKind.Document, Culture);

    public TreeView Media => Snapshot.View(ItemKind.Media, Culture);

    public static async ValueTask<Outcome<DeliveryRequest>> ReadAsync(HttpContext http, DeliveryApi api, bool media)
    {
        var options = api.Options;
        var headers = http.Request.Headers;
        var hasKey = options.ApiKey is { Length: > 0 } key && Same(headers["Api-Key"], key);
        var preview = string.Equals(headers["Preview"], "true", StringComparison.OrdinalIgnoreCase);
        var open = media ? options.PublicAccess && options.MediaPublicAccess : options.PublicAccess;
        if (!options.Enabled || (media && !options.MediaEnabled) || (!open && !hasKey) || (preview && !hasKey)) return DeliveryProblem.Unauthorized;

        var searchable = http.Request.Query["filter"].Any(filter => filter is not null && TextFilter.Asked(filter) is not null) ? await api.Live.SearchableAsync(http.RequestAborted) : null;
        var snapshot = preview ? await api.Drafts.CurrentAsync(http.RequestAborted) : searchable?.Snapshot ?? api.Live.Current;
        // Media are asked for without a language, and their answers do not tell that they vary by one.
        return new DeliveryRequest(http, snapshot, media ? null : CultureOf(headers.AcceptLanguage, snapshot), preview, !open) { Searchable = searchable };
    }

    /// <summary>The root named by the <c>Start-Item</c> header: none when there is no header, a problem when it names nothing.</summary>
    public (PublishedItem? Root, DeliveryProblem? Problem) StartItem()
    {
        var named = Http.Request.Headers["Start-Item"].ToString().Trim().Trim('/');
        if (named.Length == 0) return (null, null);
        // A root that is not written in the culture still has below it what is seen in all of them.
        var roots = Routing.Roots(Snapshot);
        var root = Guid.TryParse(named, out var key)
            ? roots.FirstOrDefault(candidate => candidate.Key == key)
            : roots.FirstOrDefault(candidate => candidate.Cultures.Any(culture => string.Equals(culture.Segment, named, StringComparison.OrdinalIgnoreCase)));
        return root is null ? (null, DeliveryProblem.StartItemNotFound) : (root, null);
    }

    public Outcome<RenderingChoice> Choice()
    {
        if (Nodes("expand") is not { } expand) return DeliveryProblem.Expand;
        if (!Http.Request.Query.TryGetValue("fields", out var fieldsText)) return new RenderingChoice(new Choice(Selection.Of(expand), null));
        if (Nodes("fields") is not { } fields) return DeliveryProblem.Fields;
        return new RenderingChoice(new Choice(Selection.Of(expand), Selection.Of(fields)));
    }

    public RenderingPass Rendering(DeliveryApi api, string culture) => new(Snapshot, culture, api.Options.RichTextOutputAsJson, api.Kept, new ResponseBody()) { Allowed = api.Allowed, Forms = api.Forms };

    private IReadOnlyList<SelectionNode>? Nodes(string parameter) => SelectionParser.Parse(string.Join(',', Http.Request.Query[parameter].OfType<string>()));

    /// <summary>One culture code; a browser's list of preferences is ignored as a whole, as Umbraco does.</summary>
    private static string? CultureOf(StringValues header, PublishedSnapshot snapshot)
    {
        var text = header.ToString();
        if (text.Length == 0 || !CultureCode().IsMatch(text)) return null;
        return snapshot.Schema.KnownTag(text) ?? text;
    }

    private static bool Same(StringValues given, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given.ToString())), SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [GeneratedRegex(@"^[\w-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex CultureCode();
}

/// <summary>The choice of properties, boxed so that it can be an <see cref="Outcome{T}"/>.</summary>
internal sealed record RenderingChoice(Choice Value);
