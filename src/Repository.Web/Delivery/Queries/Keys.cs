using Microsoft.Extensions.Primitives;

namespace Repository.Web.Delivery.Queries;

/// <summary>The keys of <c>items?id=…&amp;id=…</c>, in the order asked for, each once.</summary>
internal static class Keys
{
    public static Outcome<List<Guid>> Read(StringValues texts)
    {
        var keys = new List<Guid>(texts.Count);
        var seen = new HashSet<Guid>();
        foreach (var text in texts)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (!Guid.TryParse(text, out var key)) return DeliveryProblem.Validation("id", text);
            if (seen.Add(key)) keys.Add(key);
        }

        return keys;
    }
}
