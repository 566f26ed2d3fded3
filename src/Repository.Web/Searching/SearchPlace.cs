using System.Globalization;
using Repository.Core.Geography;
using Repository.Core.Indexing;
using Repository.Core.Publishing;
using Repository.Web.Delivery;

namespace Repository.Web.Searching;

/// <summary>Where on the map is searched: near a point, no further from it than so many kilometres, in a box.</summary>
internal sealed record SearchPlace(GeoPoint? Near, double? WithinKm, GeoBox? Box)
{
    public static readonly string[] Parameters = ["near", "within", "bbox"];

    private const int Metres = 3;

    public static Outcome<SearchPlace> Read(IQueryCollection query)
    {
        var (near, within, box) = (query["near"].ToString(), query["within"].ToString(), query["bbox"].ToString());
        if (near.Length > 0 && PointOf(near) is null) return SearchProblem.Parameter("near", "El parámetro \"near\" es un punto: latitud y longitud en grados, como \"17.06,-96.72\".");
        if (within.Length > 0 && near.Length == 0) return SearchProblem.Parameter("within", "El parámetro \"within\" necesita un punto en \"near\".");
        if (within.Length > 0 && Numbers(within) is not [> 0]) return SearchProblem.Parameter("within", "El parámetro \"within\" es un número de kilómetros mayor que cero.");
        if (box.Length > 0 && BoxOf(box) is null) return SearchProblem.Parameter("bbox", "El parámetro \"bbox\" es un recuadro en grados: oeste, sur, este y norte, como \"-98.6,15.6,-93.8,18.7\".");
        return new SearchPlace(PointOf(near), Numbers(within) is [var kilometres] ? kilometres : null, BoxOf(box));
    }

    /// <summary>What of some items lies there.</summary>
    public ItemSet Of(ItemSet items, TreeView view)
    {
        if (Near is { } point && WithinKm is { } kilometres) items = items.And(ItemPlaces.Of(view).Within(point, kilometres));
        return Box is { } box ? items.And(ItemPlaces.Of(view).Within(box)) : items;
    }

    /// <summary>The nearest items first; those that are nowhere on the map come last, and equally far ones in tree order.</summary>
    public IEnumerable<int> Nearest(ItemSet items, TreeView view) =>
        items.Page(0, items.Count).OrderBy(ordinal => ItemPlaces.Of(view).DistanceKm(ordinal, Near!.Value) ?? double.PositiveInfinity);

    public double? DistanceKm(int ordinal, TreeView view) =>
        Near is { } point && ItemPlaces.Of(view).DistanceKm(ordinal, point) is { } kilometres ? Math.Round(kilometres, Metres) : null;

    private static GeoPoint? PointOf(string text) => Numbers(text) is [var latitude, var longitude] && new GeoPoint(latitude, longitude) is { IsValid: true } point ? point : null;

    private static GeoBox? BoxOf(string text) =>
        Numbers(text) is [var west, var south, var east, var north] && new GeoBox(west, south, east, north) is { IsValid: true } box ? box : null;

    /// <summary>The numbers between commas; none when one of them is no number.</summary>
    private static double[] Numbers(string text)
    {
        var parts = text.Split(',');
        var numbers = new double[parts.Length];
        for (var at = 0; at < parts.Length; at++)
        {
            if (!double.TryParse(parts[at], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[at]) || !double.IsFinite(numbers[at])) return [];
        }

        return numbers;
    }
}
