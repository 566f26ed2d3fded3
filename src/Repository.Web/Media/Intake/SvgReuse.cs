using System.Xml;

namespace Repository.Web.Media.Intake;

/// <summary>Counts how often parts of a drawing would be drawn: a part that uses another ten times, which uses a third ten times, fills any memory in a few lines.</summary>
internal sealed class SvgReuse
{
    private const long Most = 10_000;

    private readonly Stack<string?> _open = [];
    private readonly Dictionary<string, List<string>> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _counted = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    public bool IsTooMuch
    {
        get
        {
            long all = 0;
            foreach (var used in _all)
            {
                all += Count(used, depth: 0);
                if (all > Most) return true;
            }

            return false;
        }
    }

    public void Enter(XmlReader element)
    {
        if (element.LocalName == "use" && (element.GetAttribute("href") ?? element.GetAttribute("href", SvgAllowed.XLink)) is ['#', .. var target])
        {
            _all.Add(target);
            foreach (var around in _open.OfType<string>()) Uses(around).Add(target);
        }

        _open.Push(element.GetAttribute("id"));
    }

    public void Leave() => _open.Pop();

    /// <summary>One for itself and one for everything it uses. A circle counts as too much.</summary>
    private long Count(string id, int depth)
    {
        if (_counted.TryGetValue(id, out var known)) return known;
        if (depth > 100) return Most + 1;
        long count = 1;
        foreach (var used in _uses.GetValueOrDefault(id) ?? [])
        {
            count = Math.Min(Most + 1, count + Count(used, depth + 1));
            if (count > Most) break;
        }

        return _counted[id] = count;
    }

    private List<string> Uses(string id) => _uses.TryGetValue(id, out var uses) ? uses : _uses[id] = [];
}
