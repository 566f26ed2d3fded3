using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Repository.Core.Geography;

/// <summary>The things of one square of a map, where their disc stands.</summary>
/// <param name="First">The first of them.</param>
public readonly record struct MapCluster(MapSquare Square, int X, int Y, int Count, int First);

/// <summary>Brings together what would stand too close on a map to be told apart.</summary>
public static class MapClusters
{
    /// <summary>From north to south, then from west to east. A thing with several places counts once in each square it has some in.</summary>
    public static ImmutableArray<MapCluster> Of(MapFrame frame, MapGrid grid, IEnumerable<(int Thing, ImmutableArray<GeoPoint> Places)> things)
    {
        var squares = new Dictionary<MapSquare, Gathered>();
        foreach (var (thing, places) in things)
        {
            foreach (var place in places)
            {
                ref var gathered = ref CollectionsMarshal.GetValueRefOrAddDefault(squares, grid.SquareOf(place), out var isKnown);
                if (!isKnown) gathered.First = gathered.Last = thing;
                if (!isKnown || gathered.Last != thing) gathered.Count++;
                var (x, y) = frame.Place(place);
                (gathered.Last, gathered.Places, gathered.X, gathered.Y) = (thing, gathered.Places + 1, gathered.X + x, gathered.Y + y);
            }
        }

        return
        [
            .. from square in squares
               orderby square.Key.Row descending, square.Key.Column
               let at = grid.DiscAt(square.Key, square.Value.X / square.Value.Places, square.Value.Y / square.Value.Places)
               select new MapCluster(square.Key, at.X, at.Y, square.Value.Count, square.Value.First),
        ];
    }

    private struct Gathered
    {
        public int Count;
        public int First;
        public int Last;
        public int Places;
        public double X;
        public double Y;
    }
}
