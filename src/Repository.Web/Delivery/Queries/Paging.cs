using System.Globalization;

namespace Repository.Web.Delivery.Queries;

/// <summary>Which page of a list: <c>skip</c> and <c>take</c>.</summary>
internal sealed record Paging(int Skip, int Take)
{
    private const int DefaultTake = 10;

    public static Outcome<Paging> Read(IQueryCollection query, int maxTake)
    {
        if (Number(query, "skip", 0) is not { } skip) return DeliveryProblem.Validation("skip", query["skip"][0] ?? "");
        if (Number(query, "take", DefaultTake) is not { } take) return DeliveryProblem.Validation("take", query["take"][0] ?? "");
        return new Paging(skip, Math.Min(take, maxTake));
    }

    private static int? Number(IQueryCollection query, string name, int absent)
    {
        if (query[name] is not [{ } text, ..]) return absent;
        return int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number : null;
    }
}
