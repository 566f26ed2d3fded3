using System.Collections.Immutable;
using Repository.Web.Forms.Receiving;

namespace Repository.Web.Site.Participating;

/// <summary>What a browser sent with a step of a form: the inputs that belong to the page, the answers, and files that are on the disk already.</summary>
internal sealed record PostedForm(ImmutableArray<KeyValuePair<string, string>> Pairs, ImmutableArray<TakenUpload> Uploads)
{
    public static readonly PostedForm Empty = new([], []);

    /// <summary>No alias begins so: what the page asks for itself is never taken for an answer.</summary>
    private const char Own = '_';

    public IEnumerable<KeyValuePair<string, string>> Answers => Pairs.Where(pair => !pair.Key.StartsWith(Own));

    /// <summary>What an input of the page itself says; empty when it says nothing.</summary>
    public string this[string own] => Pairs.FirstOrDefault(pair => pair.Key == own).Value ?? "";
}
