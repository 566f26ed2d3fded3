using System.Runtime.CompilerServices;
using Repository.Search.Indexing;

namespace Repository.Search.Queries.Scoring;

/// <summary>
/// BM25 for one term or phrase as Lucene 8 computes it: k1 = 1.2, b = 0.75, no factor k1 + 1, and 32-bit floats in the same places.
/// </summary>
internal sealed class Bm25
{
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private Bm25(float weight, float[] inverses)
    {
        Weight = weight;
        Inverses = inverses;
    }

    /// <summary>Boost times inverse document frequency; no score reaches it.</summary>
    public float Weight { get; }

    /// <summary>By the code of a length: the factor of the frequency.</summary>
    public float[] Inverses { get; }

    public static float Idf(long documentFrequency, long documents) =>
        (float)Math.Log(1 + ((documents - documentFrequency + 0.5) / (documentFrequency + 0.5)));

    public static Bm25 For(FieldStatistics field, float boost, float idf) => new(boost * idf, field.Inverses);

    public static float[] InversesFor(long totalTokens, long documents)
    {
        var average = (float)(totalTokens / (double)documents);
        var inverses = new float[256];
        for (var code = 0; code < inverses.Length; code++) inverses[code] = 1f / (K1 * (1 - B + (B * LengthCode.Decode((byte)code) / average)));
        return inverses;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(float frequency, byte length) => Weight - (Weight / (1f + (frequency * Inverses[length])));
}
