#!/bin/sh
# Makes detector.onnx and embedder.onnx of the starter pack, and the tables about them. README.md says what is needed.
# Every step goes on where an earlier run stopped.
set -eu

if [ $# -ne 5 ]; then
    echo "usage: $0 FACES MODELS PACK ONNXRUNTIME-JAR WORK" >&2
    exit 2
fi
faces=$1 models=$2 pack=$3 jar=$4 work=$5
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
workers=${WORKERS:-2}
export OMP_NUM_THREADS=1

mkdir -p "$work/classes" "$work/embedder" "$work/detector"
javac -d "$work/classes" -cp "$jar" "$here"/../demo-people/FaceTool.java "$here"/../demo-people/Picture.java "$here/Teacher.java"

# picture_list NAME FOLDER...: all pictures below the folders
picture_list() {
    name=$1
    shift
    find "$@" -type f \( -name '*.jpg' -o -name '*.jpeg' -o -name '*.png' \) | sort > "$work/$name.list"
}

# look NAME OUT OPTION...: detections of the pictures of a list
look() {
    list=$work/$1.list out=$work/$2.jsonl
    shift 2
    [ -f "$out" ] && return
    java -Xmx2g -cp "$work/classes:$jar" FaceTool list="$list" out="$out.part" "$@"
    mv "$out.part" "$out"
}

yunet=$models/yunet_n_dynamic.onnx
picture_list people "$faces/lfw_dev"
picture_list others "$faces/masked" "$faces/multi"
look people people detector="$yunet" border=0.25
look others others detector="$yunet" side=1280
for border in "" --reflect; do
    "$python" "$here/faces.py" --detections "$work/people.jsonl" --strongest $border --out "$work/people$border.npz"
done
"$python" "$here/faces.py" --detections "$work/others.jsonl" --out "$work/others.npz"
"$python" "$here/expose.py" --model "$models/mobilefacenet_foamliu_128.onnx" --out "$work/teacher.onnx"

"$python" "$here/bank.py" --people "$work/people.npz" "$work/people--reflect.npz" \
    --others "$work/others.npz" "$work/others.npz" --leave-out /multi/df_ \
    --surroundings "$faces/background" --out "$work/bank" --shards "${SHARDS:-48}" &
while [ ! -f "$work/bank/shard-000.raw" ]; do sleep 2; done
java -Xmx2g -cp "$work/classes:$jar" Teacher model="$work/teacher.onnx" shards="$work/bank" spread=1.3 \
    until="$work/bank/complete"
rm -f "$work/embedder/meeting"
worker=$workers
while [ "$worker" -gt 0 ]; do
    worker=$((worker - 1))
    "$python" "$here/train_embedder.py" --shards "$work/bank" --people "$work/people.npz" --out "$work/embedder" \
        --workers "$workers" --worker "$worker" --batch $((64 / workers)) --steps "${STEPS:-8000}" &
done
wait

OMP_NUM_THREADS=2 "$python" "$here/train_detector.py" --teacher "$models/yunet_n_640_640.onnx" --start "$pack/detector.onnx" \
    --people "$faces/lfw_dev/*/*.jpg" --faces "$faces/masked/*/*/*.jpg" --backgrounds "$faces/background" \
    --out "$work/detector" --steps "${DETECTOR_STEPS:-18000}"

# the tables, with the detector of the pack
picture_list listed "$faces/deepface_pairs"
picture_list numbered "$faces/olivetti"
picture_list folders "$here/../../demo/people"
embedder=raw=$work/embedder/embedder.onnx
look people test-people detector="$pack/detector.onnx" score=0.5 border=0.25 "$embedder"
for set in listed numbered folders; do
    look $set test-$set detector="$pack/detector.onnx" score=0.5 "$embedder"
done
"$python" "$here/evaluate.py" --held-out "$work/test-people.jsonl" --listed "$work/test-listed.jsonl" \
    --pairs "$faces/deepface_pairs/pairs.csv" --numbered "$work/test-numbered.jsonl" \
    --folders "$work/test-folders.jsonl" --out "$work/embedder.json"

picture_list counted "$faces/multi"
picture_list empty "$faces/background"
for set in counted empty listed numbered folders; do
    look $set new-$set detector="$work/detector/detector.onnx" score=0.5
    look $set yunet-$set detector="$yunet" score=0.5
done
"$python" "$here/evaluate_detector.py" --counts "$faces/multi/counts.csv" --empty "$work/new-empty.jsonl" \
    --own "$work/new-counted.jsonl" "$work/new-listed.jsonl" "$work/new-numbered.jsonl" "$work/new-folders.jsonl" \
    --teacher "$work/yunet-counted.jsonl" "$work/yunet-listed.jsonl" "$work/yunet-numbered.jsonl" \
    "$work/yunet-folders.jsonl" --out "$work/detector.json"
