// Checks what Sanad hands out with nothing of Sanad: only the Go project's golang.org/x/mod and the standard library.
//
//	sanad-check item  KEY PROOF [FILE]     an entry stands in the signed log; FILE is what it speaks of
//	sanad-check grown KEY OLD PROOF        the later checkpoint in PROOF continues the checkpoint OLD
//	sanad-check tiles KEY FOLDER           every entry of an exported log is under its signed checkpoint
//
// KEY is the log's key as the printed page shows it: name+8 digits+base64.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type head struct {
	origin string
	tree   tlog.Tree
}

func main() {
	checks := map[string]func([]string) (string, error){"item": item, "grown": grown, "tiles": tiles}
	if len(os.Args) < 4 || checks[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: sanad-check item|grown|tiles KEY …")
		os.Exit(2)
	}
	said, err := checks[os.Args[1]](os.Args[2:])
	if err != nil {
		fmt.Println("REFUSED:", err)
		os.Exit(1)
	}
	fmt.Println("HOLDS:", said)
}

// openHead checks the signature of a checkpoint and reads its three lines.
func openHead(text []byte, key string) (head, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return head{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return head{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		return head{}, errors.New("not a checkpoint")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return head{}, err
	}
	root, err := hash(lines[2])
	return head{lines[0], tlog.Tree{N: size, Hash: root}}, err
}

func hash(text string) (tlog.Hash, error) {
	var one tlog.Hash
	bytes, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(bytes) != len(one) {
		return one, errors.New("not a hash: " + text)
	}
	copy(one[:], bytes)
	return one, nil
}

func hashes(lines []string) ([]tlog.Hash, error) {
	all := make([]tlog.Hash, 0, len(lines))
	for _, line := range lines {
		one, err := hash(line)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

type extra struct {
	Entry  string
	Values map[string]struct{ Salt, Text string }
}

func item(args []string) (string, error) {
	text, err := os.ReadFile(args[1])
	if err != nil {
		return "", err
	}
	before, checkpoint, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(before, "\n")
	if !found || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return "", errors.New("not a tlog-proof")
	}
	signed, err := openHead([]byte(checkpoint), args[0])
	if err != nil {
		return "", err
	}
	decoded, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	if err != nil {
		return "", err
	}
	var more extra
	if err := json.Unmarshal(decoded, &more); err != nil {
		return "", err
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil {
		return "", err
	}
	path, err := hashes(lines[3:])
	if err != nil {
		return "", err
	}
	leaf := tlog.RecordHash([]byte(more.Entry))
	if err := tlog.CheckRecord(path, signed.tree.N, signed.tree.Hash, index, leaf); err != nil {
		return "", err
	}
	said := fmt.Sprintf("entry %d of %d in %s", index, signed.tree.N, signed.origin)
	values, err := open(more)
	if err != nil {
		return "", err
	}
	for slot, value := range values {
		said += fmt.Sprintf("\n  %s: %s", slot, value)
	}
	if len(args) < 3 {
		return said, nil
	}
	file, err := os.ReadFile(args[2])
	if err != nil {
		return "", err
	}
	var original struct{ Sha256 string }
	if err := json.Unmarshal([]byte(values["original"]), &original); err != nil {
		return "", errors.New("the proof says nothing about a file")
	}
	sum := sha256.Sum256(file)
	if hex.EncodeToString(sum[:]) != original.Sha256 {
		return "", errors.New("the file is another one")
	}
	return said + "\n  the file is the one that was received", nil
}

// open holds each disclosed value against what the entry committed to.
func open(more extra) (map[string]string, error) {
	var entry struct {
		Commit map[string]string
		V      int
	}
	if err := json.Unmarshal([]byte(more.Entry), &entry); err != nil {
		return nil, err
	}
	values := map[string]string{}
	for slot, value := range more.Values {
		salt, err := base64.StdEncoding.DecodeString(value.Salt)
		if err != nil {
			return nil, err
		}
		hasher := sha256.New()
		hasher.Write(salt)
		if entry.V == 1 {
			hasher = hmac.New(sha256.New, salt)
		}
		hasher.Write([]byte(slot + "\x00" + value.Text))
		if base64.StdEncoding.EncodeToString(hasher.Sum(nil)) != entry.Commit[slot] {
			return nil, errors.New("the value is another one: " + slot)
		}
		values[slot] = value.Text
	}
	return values, nil
}

func grown(args []string) (string, error) {
	if len(args) < 3 {
		return "", errors.New("an older checkpoint and a proof are needed")
	}
	earlier, err := os.ReadFile(args[1])
	if err != nil {
		return "", err
	}
	text, err := os.ReadFile(args[2])
	if err != nil {
		return "", err
	}
	first, err := openHead(earlier, args[0])
	if err != nil {
		return "", err
	}
	before, checkpoint, found := strings.Cut(string(text), "\n\n")
	lines := strings.Split(before, "\n")
	if !found || lines[0] != fmt.Sprintf("old %d", first.tree.N) {
		return "", errors.New("the proof starts elsewhere")
	}
	second, err := openHead([]byte(checkpoint), args[0])
	if err != nil {
		return "", err
	}
	path, err := hashes(lines[1:])
	if err != nil {
		return "", err
	}
	if first.origin != second.origin {
		return "", errors.New("another log")
	}
	if err := tlog.CheckTree(path, second.tree.N, second.tree.Hash, first.tree.N, first.tree.Hash); err != nil {
		return "", err
	}
	return fmt.Sprintf("%d entries continue the %d", second.tree.N, first.tree.N), nil
}

// folder reads tiles where C2SP tlog-tiles puts them.
type folder string

func (f folder) Height() int { return 8 }

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, 0, len(wanted))
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func tiles(args []string) (string, error) {
	text, err := os.ReadFile(filepath.Join(args[1], "checkpoint"))
	if err != nil {
		return "", err
	}
	signed, err := openHead(text, args[0])
	if err != nil {
		return "", err
	}
	reader := tlog.TileHashReader(signed.tree, folder(args[1]))
	var bundle []byte
	for index := int64(0); index < signed.tree.N; index++ {
		if index%256 == 0 {
			if len(bundle) > 0 {
				return "", errors.New("a bundle is longer than its tile")
			}
			width := 256
			if left := signed.tree.N - index; left < 256 {
				width = int(left)
			}
			name := tlog.Tile{H: 8, L: 0, N: index / 256, W: width}.Path()
			path := strings.Replace(name, "tile/8/0/", "tile/entries/", 1)
			if bundle, err = os.ReadFile(filepath.Join(args[1], path)); err != nil {
				return "", err
			}
		}
		if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
			return "", errors.New("a bundle is cut short")
		}
		length := int(binary.BigEndian.Uint16(bundle))
		entry := bundle[2 : 2+length]
		bundle = bundle[2+length:]
		// Reads the tile, and checks it against the signed root.
		found, err := reader.ReadHashes([]int64{tlog.StoredHashIndex(0, index)})
		if err != nil {
			return "", err
		}
		if leaf := tlog.RecordHash(entry); !bytes.Equal(leaf[:], found[0][:]) {
			return "", fmt.Errorf("entry %d is another one", index)
		}
	}
	return fmt.Sprintf("%d entries of %s under the signed root", signed.tree.N, signed.origin), nil
}
