#!/usr/bin/perl
use strict;
use warnings;

# remark (words of a file
my %count;
while (my $line = <STDIN>) {
    for my $word (split /[^a-z(]+/, lc $line) {
        $count{$word}++;
    }
}

=pod

remark (of
several lines

=cut

foreach my $word (sort keys %count) {
    print "quoted (\"$word", 'quoted (', " $count{$word}\n";
}
